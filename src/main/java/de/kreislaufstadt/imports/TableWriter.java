package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.KnownMeasures.Known;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes the product's own table: the template with headings alone, or with the measures that are there, to be changed and read
 * again. What a text begins with does not make it a formula.
 */
final class TableWriter {

    private static final String MARK = "\uFEFF";
    private static final int HELD_ROWS = 100;
    private static final int WIDTH = 28;

    private TableWriter() {}

    /** Writes UTF-8 with a mark, since spreadsheet programs would otherwise take it for their own encoding. */
    static void csv(City city, Iterable<Known> measures, OutputStream out) throws IOException {
        out.write(MARK.getBytes(StandardCharsets.UTF_8));
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out, StandardCharsets.UTF_8)) {
            writer.writeRecord(headings());
            measures.forEach(measure -> writer.writeRecord(new TableRow(city, measure)
                    .cells().stream()
                            .map(text -> CsvTable.isFormula(text) ? "'" + text : text)
                            .toList()));
        }
    }

    static void workbook(City city, Iterable<Known> measures, OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(HELD_ROWS)) {
            workbook.setCompressTempFiles(true);
            SXSSFSheet sheet = workbook.createSheet(ImportTexts.get("imports.template.sheet"));
            sheet.setDefaultColumnWidth(WIDTH);
            sheet.createFreezePane(0, 1);
            CellStyle head = workbook.createCellStyle();
            Font bold = workbook.createFont();
            bold.setBold(true);
            head.setFont(bold);
            CellStyle text = workbook.createCellStyle();
            text.setWrapText(true);
            // As text, so that a program that opens the table leaves "7/2027" and "BS-07" alone.
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            CellStyle quoted = workbook.createCellStyle();
            quoted.cloneStyleFrom(text);
            quoted.setQuotePrefixed(true);
            List<String> headings = headings();
            row(sheet.createRow(0), headings, head, head);
            for (int i = 0; i < headings.size(); i++) {
                sheet.setDefaultColumnStyle(i, text);
            }
            int line = 1;
            for (Known measure : measures) {
                row(sheet.createRow(line++), new TableRow(city, measure).cells(), text, quoted);
            }
            workbook.write(out);
        }
    }

    private static List<String> headings() {
        return Column.ALL.stream().map(Column::heading).toList();
    }

    private static void row(Row row, List<String> texts, CellStyle plain, CellStyle quoted) {
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                Cell cell = row.createCell(i);
                cell.setCellValue(texts.get(i));
                cell.setCellStyle(CsvTable.isFormula(texts.get(i)) ? quoted : plain);
            }
        }
    }
}
