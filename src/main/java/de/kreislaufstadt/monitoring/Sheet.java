package de.kreislaufstadt.monitoring;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A table that a spreadsheet program opens, written row by row; nothing in it is ever run. */
public interface Sheet extends Closeable {

    /** Type of a table of comma-separated values. */
    String CSV = "text/csv;charset=UTF-8";

    /** Type of a workbook. */
    String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** @param cells texts, numbers and {@link java.time.LocalDate}s; null for an empty cell */
    void write(List<Object> cells) throws IOException;

    /** @return a table of comma-separated values on the stream, which closing closes */
    static Sheet csv(OutputStream out) throws IOException {
        return new CsvSheet(out);
    }

    /** @return a workbook with one sheet of this name, written to the stream when it is closed */
    static Sheet xlsx(OutputStream out, String name) {
        return new XlsxSheet(out, name);
    }

    /**
     * Spreadsheet programs take a text that begins like this for a formula and run it.
     *
     * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV Injection</a>
     */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }
}
