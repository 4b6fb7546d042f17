package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FormulaGuard;
import de.kreislaufstadt.imports.KnownMeasures.Known;
import de.kreislaufstadt.imports.SourceRecord.Part;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes the product's own tables: the template with headings alone, or with the measures that are there, to be changed and read
 * again. A workbook has all of them as sheets, a text file one. What a text begins with does not make it a formula.
 */
final class TableWriter {

    /** The tables, in the order of the sheets. */
    static final List<Part> PARTS =
            List.of(Part.TABLE, Part.INDICATORS, Part.PLAN, Part.FUNDING, Part.DECISIONS, Part.REPORTS, Part.SOURCES);

    private static final String MARK = "\uFEFF";
    private static final Pattern AMOUNT = Pattern.compile("[-+]?[\\d.,]+(?: €)?");
    private static final int HELD_ROWS = 100;
    private static final int WIDTH = 28;

    private final City city;

    TableWriter(City city) {
        this.city = city;
    }

    /** @return what the table is called, in the language of who reads it now */
    static String name(Part part) {
        return ImportTexts.get("imports.sheet." + part);
    }

    /** @return the same as a name of files, in German as the addresses of the open data */
    static String fileName(Part part) {
        return ImportTexts.german("imports.sheet." + part)
                .toLowerCase(Locale.GERMAN)
                .replace("ß", "ss")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ä", "ae")
                .replace(' ', '-');
    }

    /** @return the table that a file is called after, that of the measures where none is */
    static Part of(String fileName) {
        return PARTS.stream()
                .filter(part -> fileName.toLowerCase(Locale.GERMAN).contains(fileName(part)))
                .findFirst()
                .orElse(Part.TABLE);
    }

    /** Writes one table as UTF-8 with a mark, since spreadsheet programs would otherwise take it for their own encoding. */
    void csv(Part part, Iterable<Known> measures, OutputStream out) throws IOException {
        out.write(MARK.getBytes(StandardCharsets.UTF_8));
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out, StandardCharsets.UTF_8)) {
            writer.writeRecord(headings(part));
            measures.forEach(measure -> cells(part, measure)
                    .forEach(cells -> writer.writeRecord(
                            cells.stream().map(TableWriter::guarded).toList())));
        }
    }

    void workbook(Iterable<Known> measures, OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(HELD_ROWS)) {
            workbook.setCompressTempFiles(true);
            Styles styles = new Styles(workbook);
            List<Sheet> sheets = new ArrayList<>();
            for (Part part : PARTS) {
                sheets.add(new Sheet(part, workbook.createSheet(name(part)), styles));
            }
            measures.forEach(measure -> sheets.forEach(
                    sheet -> cells(sheet.part, measure).forEach(cells -> sheet.row(cells, styles.text))));
            workbook.write(out);
        }
    }

    private static List<String> headings(Part part) {
        return part == Part.TABLE
                ? Column.TEMPLATE.stream().map(Column::heading).toList()
                : ListColumn.of(part).stream().map(ListColumn::heading).toList();
    }

    private Stream<List<String>> cells(Part part, Known measure) {
        return part == Part.TABLE ? Stream.of(new TableRow(city, measure).cells()) : new ListRows(measure).cells(part);
    }

    private static String guarded(String text) {
        return AMOUNT.matcher(text).matches() ? text : FormulaGuard.guarded(text);
    }

    private static final class Styles {

        private final CellStyle head;
        private final CellStyle text;
        private final CellStyle quoted;

        Styles(SXSSFWorkbook workbook) {
            Font bold = workbook.createFont();
            bold.setBold(true);
            head = workbook.createCellStyle();
            head.setFont(bold);
            text = workbook.createCellStyle();
            text.setWrapText(true);
            // As text, so that a program that opens the table leaves "7/2027" and "BS-07" alone.
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            quoted = workbook.createCellStyle();
            quoted.cloneStyleFrom(text);
            quoted.setQuotePrefixed(true);
        }
    }

    private static final class Sheet {

        private final Part part;
        private final SXSSFSheet sheet;
        private final Styles styles;
        private int written;

        Sheet(Part part, SXSSFSheet sheet, Styles styles) {
            this.part = part;
            this.sheet = sheet;
            this.styles = styles;
            List<String> headings = headings(part);
            sheet.setDefaultColumnWidth(WIDTH);
            sheet.createFreezePane(0, 1);
            row(headings, styles.head);
            for (int i = 0; i < headings.size(); i++) {
                sheet.setDefaultColumnStyle(i, styles.text);
            }
        }

        private void row(List<String> texts, CellStyle plain) {
            Row row = sheet.createRow(written++);
            for (int i = 0; i < texts.size(); i++) {
                if (!texts.get(i).isEmpty()) {
                    Cell cell = row.createCell(i);
                    cell.setCellValue(texts.get(i));
                    cell.setCellStyle(CsvTable.isFormula(texts.get(i)) ? styles.quoted : plain);
                }
            }
        }
    }
}
