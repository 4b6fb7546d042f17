package de.kreislaufstadt.monitoring;

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

/**
 * A workbook of one sheet of which only the last rows are held in memory. A text is a text, whatever it begins with, and is
 * marked as such, so that it stays one when somebody edits the cell.
 */
final class XlsxSheet implements Sheet {

    /** Rows held in memory; those before are on the disk, compressed, until the workbook is sent. */
    private static final int HELD = 100;

    /** In characters. */
    private static final int WIDTH = 22;

    private final OutputStream out;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(HELD);
    private final SXSSFSheet sheet;
    private final CellStyle head;
    private final CellStyle day;
    private final CellStyle quoted;
    private int written;

    XlsxSheet(OutputStream out, String name) {
        this.out = out;
        workbook.setCompressTempFiles(true);
        this.sheet = workbook.createSheet(name);
        sheet.createFreezePane(0, 1);
        sheet.setDefaultColumnWidth(WIDTH);
        Font bold = workbook.createFont();
        bold.setBold(true);
        this.head = workbook.createCellStyle();
        head.setFont(bold);
        this.day = workbook.createCellStyle();
        day.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
        this.quoted = workbook.createCellStyle();
        quoted.setQuotePrefixed(true);
    }

    @Override
    public void write(List<Object> cells) {
        Row row = sheet.createRow(written++);
        for (int i = 0; i < cells.size(); i++) {
            Object value = cells.get(i);
            if (value != null) {
                fill(row.createCell(i), value);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (SXSSFWorkbook closing = workbook) {
            closing.write(out);
            out.flush();
        }
    }

    private void fill(Cell cell, Object value) {
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            String text = value.toString();
            cell.setCellValue(text);
            if (Sheet.looksLikeFormula(text)) {
                cell.setCellStyle(quoted);
            } else if (cell.getRowIndex() == 0) {
                cell.setCellStyle(head);
            }
        }
    }
}
