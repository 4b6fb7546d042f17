package de.kreislaufstadt.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook of texts. Whatever a text begins with, it stays one: a cell that a spreadsheet program could take for a formula is
 * marked as quoted.
 */
final class Workbook implements AutoCloseable {

    /** Rows held in memory; those before are on the disk until the workbook is sent. */
    private static final int HELD = 100;

    /** In characters. */
    private static final int WIDTH = 28;

    /** A cell of the format holds no more. */
    private static final int LONGEST = 32_767;

    private static final String FORMULA = "=+-@\t\r";

    private final OutputStream out;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(HELD);
    private final CellStyle plain;
    private final CellStyle quoted;
    private final CellStyle head;
    private SXSSFSheet sheet;
    private int written;

    Workbook(OutputStream out) {
        this.out = out;
        workbook.setCompressTempFiles(true);
        this.plain = workbook.createCellStyle();
        plain.setWrapText(true);
        this.quoted = workbook.createCellStyle();
        quoted.setWrapText(true);
        quoted.setQuotePrefixed(true);
        Font bold = workbook.createFont();
        bold.setBold(true);
        this.head = workbook.createCellStyle();
        head.setFont(bold);
        head.setWrapText(true);
    }

    void sheet(String name) {
        sheet = workbook.createSheet(name);
        sheet.setDefaultColumnWidth(WIDTH);
        written = 0;
    }

    /** Adds a row of headings, which stays in sight. */
    void head(List<String> cells) {
        fill(cells, head);
        sheet.createFreezePane(1, written);
    }

    void row(List<String> cells) {
        fill(cells, plain);
    }

    @Override
    public void close() throws IOException {
        try (SXSSFWorkbook closing = workbook) {
            closing.write(out);
        }
    }

    private void fill(List<String> cells, CellStyle style) {
        Row row = sheet.createRow(written++);
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i);
            Cell cell = row.createCell(i);
            cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            cell.setCellStyle(!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? quoted : style);
        }
    }
}
