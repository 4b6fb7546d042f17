package de.kreislaufstadt.reporting.periodic;

import de.kreislaufstadt.paper.Paper;
import de.kreislaufstadt.paper.Paper.Chart;
import de.kreislaufstadt.paper.Paper.Section;
import de.kreislaufstadt.paper.Paper.Series;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/**
 * A paper as workbook: a sheet for each section, numbers and days as such, charts that follow the cells. Texts are stored as
 * texts, whatever they begin with, and marked so that they stay texts when somebody edits them.
 */
@Component
class PaperWorkbook {

    private static final int WIDTH_OF_PAGE = 130;

    /** Excel cuts off what is longer, and says that the file is broken. */
    private static final int LONGEST_CELL = 32_767;

    void write(Paper paper, OutputStream out) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.getProperties().getCoreProperties().setTitle(paper.title());
            book.getProperties().getCoreProperties().setCreator(paper.city());
            Styles styles = new Styles(book);
            cover(paper, book, styles);
            paper.sections().forEach(section -> sheet(section, book, styles));
            book.write(out);
        }
    }

    private static void cover(Paper paper, XSSFWorkbook book, Styles styles) {
        XSSFSheet sheet = book.createSheet(WorkbookUtil.createSafeSheetName(paper.title()));
        sheet.setColumnWidth(0, WIDTH_OF_PAGE * 256);
        int row = 0;
        put(sheet.createRow(row++), 0, paper.city(), styles.text);
        put(sheet.createRow(row++), 0, paper.title(), styles.title);
        for (String fact : paper.facts()) {
            put(sheet.createRow(row++), 0, fact, styles.text);
        }
        if (paper.preface() != null) {
            put(sheet.createRow(++row), 0, paper.opening(), styles.header);
            put(sheet.createRow(++row), 0, paper.preface(), styles.text);
        }
        for (Section section : paper.sections()) {
            row += 2;
            put(sheet.createRow(row), 0, section.title(), styles.header);
            for (String paragraph : section.paragraphs()) {
                put(sheet.createRow(++row), 0, paragraph, styles.text);
            }
        }
    }

    private static void sheet(Section section, XSSFWorkbook book, Styles styles) {
        XSSFSheet sheet = book.createSheet(WorkbookUtil.createSafeSheetName(section.label()));
        List<String> headers = section.table().headers();
        Row head = sheet.createRow(0);
        for (int column = 0; column < headers.size(); column++) {
            put(head, column, headers.get(column), styles.header);
            sheet.setColumnWidth(
                    column, Math.max(12, section.table().shares().get(column) * WIDTH_OF_PAGE / 100) * 256);
        }
        sheet.createFreezePane(0, 1);
        int number = 1;
        for (List<Object> cells : section.table().rows()) {
            Row row = sheet.createRow(number++);
            for (int column = 0; column < cells.size(); column++) {
                put(row, column, cells.get(column), styles);
            }
        }
        if (number > 1) {
            sheet.setAutoFilter(new CellRangeAddress(0, number - 1, 0, headers.size() - 1));
            if (section.chart() != null) {
                draw(section.chart(), sheet, headers.size());
            }
        }
    }

    /** The chart's categories stand in the first column of the table, its series in the ones after it. */
    private static void draw(Chart wanted, XSSFSheet sheet, int columns) {
        int last = wanted.categories().size();
        XSSFClientAnchor place =
                sheet.createDrawingPatriarch().createAnchor(0, 0, 0, 0, columns + 1, 1, columns + 12, 22);
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(place);
        chart.setTitleText(wanted.title());
        chart.setTitleOverlay(false);
        sheet.getDrawingPatriarch()
                .getCTDrawing()
                .getTwoCellAnchorArray(0)
                .getGraphicFrame()
                .getNvGraphicFramePr()
                .getCNvPr()
                .setDescr(wanted.alternative());
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        XDDFDataSource<String> names =
                XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(1, last, 0, 0));
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        bars.setBarDirection(BarDirection.COL);
        int column = 1;
        for (Series series : wanted.series()) {
            bars.addSeries(
                            names,
                            XDDFDataSourcesFactory.fromNumericCellRange(
                                    sheet, new CellRangeAddress(1, last, column, column)))
                    .setTitle(series.name(), null);
            column++;
        }
        chart.plot(bars);
        if (wanted.series().size() > 1) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
    }

    private static void put(Row row, int column, Object value, Styles styles) {
        Cell cell = row.createCell(column);
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(styles.day);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(value instanceof BigDecimal ? styles.amount : styles.count);
        } else if (value != null) {
            cell.setCellValue(cut(value.toString()));
            cell.setCellStyle(styles.text);
        }
    }

    private static void put(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(cut(text));
        cell.setCellStyle(style);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "…";
    }

    /** The few looks a cell can have. */
    private static final class Styles {

        private final CellStyle text;
        private final CellStyle title;
        private final CellStyle header;
        private final CellStyle day;
        private final CellStyle count;
        private final CellStyle amount;

        Styles(XSSFWorkbook book) {
            text = book.createCellStyle();
            text.setWrapText(true);
            text.setVerticalAlignment(VerticalAlignment.TOP);
            text.setQuotePrefixed(true);
            Font bold = book.createFont();
            bold.setBold(true);
            header = book.createCellStyle();
            header.setFont(bold);
            header.setWrapText(true);
            header.setQuotePrefixed(true);
            Font large = book.createFont();
            large.setBold(true);
            large.setFontHeightInPoints((short) 18);
            title = book.createCellStyle();
            title.setFont(large);
            day = formatted(book, "dd.mm.yyyy");
            count = formatted(book, "#,##0");
            amount = formatted(book, "#,##0.00");
        }

        private static CellStyle formatted(XSSFWorkbook book, String format) {
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(format));
            style.setVerticalAlignment(VerticalAlignment.TOP);
            style.setAlignment(HorizontalAlignment.RIGHT);
            return style;
        }
    }
}
