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

    private static final long FOUR_MEBIBYTES = 4L * 1024 * 1024;

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

    /** Whatever is held while rows go by, it does not grow with them; what else lives in this process may grow, but not always. */
    @Test
    void aHundredThousandRowsNeedNoMoreMemoryThanAThousand() throws IOException {
        long grown = grown();
        for (int attempt = 1; grown > FOUR_MEBIBYTES && attempt < 3; attempt++) {
            grown = grown();
        }
        assertThat(grown).isLessThan(FOUR_MEBIBYTES);
    }

    /** @return bytes of heap that a hundred thousand rows take more than a thousand */
    private static long grown() throws IOException {
        try (CsvSheet csv = new CsvSheet(OutputStream.nullOutputStream());
                XlsxSheet xlsx = new XlsxSheet(OutputStream.nullOutputStream(), "x")) {
            long afterAThousand = 0;
            for (int i = 0; i < 100_000; i++) {
                List<Object> row = List.of("WW-" + i, "Maßnahme " + i, LocalDate.of(2026, 3, 2), i);
                csv.write(row);
                xlsx.write(row);
                if (i == 1_000) {
                    afterAThousand = held();
                }
            }
            return held() - afterAThousand;
        }
    }

    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String csv(List<Object> cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvSheet sheet = new CsvSheet(out)) {
            sheet.write(cells);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
