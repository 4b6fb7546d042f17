package de.kreislaufstadt.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that people open elsewhere: nothing in them is run, and their size does not matter. */
class PortfolioSheetTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 251", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"})
    void aTextThatLooksLikeAFormulaStaysAText(String text) throws IOException {
        assertThat(csv(List.of(text))).isEqualTo("\uFEFF\"'" + text + "\"\r\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxSheet sheet = new XlsxSheet(out, "x")) {
            sheet.write(List.of(text));
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var cell = workbook.getSheetAt(0).getRow(0).getCell(0);
            assertThat(cell.getStringCellValue()).isEqualTo(text);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void quotesSeparatorsDaysNumbersAndNothingAreWrittenAsGermanProgramsReadThem() throws IOException {
        assertThat(csv(Arrays.asList("a \"b\"; c", LocalDate.of(2026, 3, 2), 12, null)))
                .isEqualTo("\uFEFF\"a \"\"b\"\"; c\";02.03.2026;12;\r\n");
    }

    /** Whatever is held while rows go by, it does not grow with them. */
    @Test
    void aHundredThousandRowsNeedNoMoreMemoryThanAThousand() throws IOException {
        assertThat(heldAfter(100_000)).isLessThan(heldAfter(1_000) + 4L * 1024 * 1024);
    }

    private static long heldAfter(int rows) throws IOException {
        try (CsvSheet csv = new CsvSheet(OutputStream.nullOutputStream());
                XlsxSheet xlsx = new XlsxSheet(OutputStream.nullOutputStream(), "x")) {
            for (int i = 0; i < rows; i++) {
                List<Object> row = List.of("WW-" + i, "Maßnahme " + i, LocalDate.of(2026, 3, 2), i);
                csv.write(row);
                xlsx.write(row);
            }
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }

    private static String csv(List<Object> cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvSheet sheet = new CsvSheet(out)) {
            sheet.write(cells);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
