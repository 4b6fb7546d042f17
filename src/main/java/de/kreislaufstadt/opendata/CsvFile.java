package de.kreislaufstadt.opendata;

import de.kreislaufstadt.form.FormulaGuard;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;

/**
 * A file of comma-separated values after RFC 4180: commas, CRLF, quotation marks doubled, UTF-8 without a mark, a header.
 * Texts that a spreadsheet program would take for a formula are guarded; numbers and days are written as they are.
 */
final class CsvFile {

    static final MediaType TYPE = MediaType.valueOf("text/csv;charset=UTF-8;header=present");

    private final Writer text;
    private final CsvWriter csv;

    /** @param out is not closed */
    CsvFile(OutputStream out) {
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    }

    void head(List<String> columns) {
        csv.writeRecord(columns);
    }

    void row(Object... cells) {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            texts[i] = text(cells[i]);
        }
        csv.writeRecord(texts);
    }

    /** Hands on what has been written; to be called in the end. */
    void flush() {
        try {
            csv.flush();
            text.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return what stands in a cell: empty where nothing is stated */
    static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof String words) {
            return FormulaGuard.guarded(words);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
