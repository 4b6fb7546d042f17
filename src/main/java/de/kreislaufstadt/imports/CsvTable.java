package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.FormulaGuard;
import de.kreislaufstadt.imports.SourceField.Kind;
import de.kreislaufstadt.imports.Table.Cell;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Reads tables of comma-separated values, and of semicolons and tabs as spreadsheet programs in Germany write them. */
final class CsvTable {

    private static final char[] SEPARATORS = {';', '\t', ','};

    /** What spreadsheet programs would calculate: "=", a function after a sign, a call of another program. */
    private static final Pattern FORMULA =
            Pattern.compile("\\s*(?:=|[+\\-@]\\s*[A-Za-z_.]+\\s*\\(|[+\\-@].*\\|).*", Pattern.DOTALL);

    private CsvTable() {}

    /**
     * @param name name of the file, for what is refused
     * @throws FormRefused if it is no table, or a larger one than the limits allow
     */
    static Table read(String name, String text, Limits limits) {
        Table table = new Table(name, limits);
        CsvRecordHandler handler = CsvRecordHandler.of(c -> c.maxFields(limits.columns() + 1)
                .maxFieldSize(limits.characters() + 1)
                .maxRecordSize(limits.characters() * 8));
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(handler, text)) {
            reader.forEach(row -> table.add((int) row.getStartingLineNumber(), cells(row)));
        } catch (CsvParseException e) {
            throw FormRefused.at(
                    "file", "imports.csv.damaged", name, table.rows().size() + 2);
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory is not readable", e);
        }
        return table.complete();
    }

    /** @return whether a spreadsheet program would take the text for a formula */
    static boolean isFormula(String text) {
        return FORMULA.matcher(text).matches();
    }

    private static List<Cell> cells(CsvRecord row) {
        return row.getFields().stream().map(CsvTable::cell).toList();
    }

    /** An apostrophe before what looks like a formula says that it is a text; it is how all our tables are written. */
    private static Cell cell(String text) {
        String plain = FormulaGuard.plain(text);
        if (!plain.equals(text)) {
            return new Cell(plain, Kind.TEXT);
        }
        return new Cell(text, isFormula(text) ? Kind.FORMULA : Kind.TEXT);
    }

    /** The separator that the line of headings has most of. */
    private static char separator(String text) {
        String head = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS) {
            long count =
                    head.chars().filter(character -> character == separator).count();
            if (count > most) {
                most = count;
                best = separator;
            }
        }
        return best;
    }
}
