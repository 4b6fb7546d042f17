package de.kreislaufstadt.opendata;

import de.kreislaufstadt.form.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.http.MediaType;

/**
 * A workbook (XLSX) whose rows are written as they come. It has no formulas; a text that begins like one is marked as a text.
 */
final class DataWorkbook implements AutoCloseable {

    static final MediaType TYPE =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** Rows of each sheet that are held in memory; those before are on the disk until the workbook is sent. */
    private static final int HELD = 100;

    /** In characters. */
    private static final int WIDTH = 22;

    /** A cell of the format holds no more. */
    private static final int LONGEST = 32_767;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(HELD);
    private final CellStyle head;
    private final CellStyle day;
    private final CellStyle quoted;

    DataWorkbook() {
        workbook.setCompressTempFiles(true);
        Font bold = workbook.createFont();
        bold.setBold(true);
        this.head = workbook.createCellStyle();
        head.setFont(bold);
        this.day = workbook.createCellStyle();
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        this.quoted = workbook.createCellStyle();
        quoted.setQuotePrefixed(true);
    }

    /** Adds a sheet with its headings, which stay in sight. */
    Sheet sheet(String name, List<String> headings) {
        Sheet sheet = new Sheet(workbook.createSheet(name));
        sheet.sheet.setDefaultColumnWidth(WIDTH);
        sheet.sheet.createFreezePane(0, 1);
        sheet.row(headings.toArray());
        return sheet;
    }

    /** @param out is not closed */
    void write(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /** A sheet that rows are added to. */
    final class Sheet {

        private final SXSSFSheet sheet;
        private int written;

        private Sheet(SXSSFSheet sheet) {
            this.sheet = sheet;
        }

        void row(Object... values) {
            Row row = sheet.createRow(written);
            for (int i = 0; i < values.length; i++) {
                if (values[i] != null) {
                    fill(row.createCell(i), values[i]);
                }
            }
            written++;
        }

        private void fill(Cell cell, Object value) {
            if (value instanceof LocalDate date) {
                cell.setCellValue(date);
                cell.setCellStyle(day);
            } else if (value instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else if (value instanceof Boolean truth) {
                cell.setCellValue(truth);
            } else {
                String text = value.toString();
                cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
                if (written == 0) {
                    cell.setCellStyle(head);
                } else if (!text.equals(FormulaGuard.guarded(text))) {
                    cell.setCellStyle(quoted);
                }
            }
        }
    }
}
