package de.kreislaufstadt.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Numbers of a workbook as a German would type them, whatever the cell's format makes of them: {@code 862139,7}, and days as
 * {@code 2024-03-26}. A format that hides digits would otherwise change the value.
 */
final class PlainNumbers extends DataFormatter {

    /** As many digits as spreadsheet programs keep. */
    private static final MathContext DIGITS = new MathContext(15);

    private final Heard heard;

    PlainNumbers(Heard heard) {
        this.heard = heard;
    }

    /** Who wants to know that a cell is a number. */
    interface Heard {

        void number();
    }

    @Override
    public String formatRawCellContents(double value, int formatIndex, String format, boolean from1904) {
        if (DateUtil.isADateFormat(formatIndex, format) && DateUtil.isValidExcelDate(value)) {
            var moment = DateUtil.getLocalDateTime(value, from1904);
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? DateTimeFormatter.ISO_LOCAL_DATE.format(moment)
                    : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
        }
        heard.number();
        BigDecimal plain = new BigDecimal(value, DIGITS).stripTrailingZeros();
        return plain.toPlainString().replace('.', ',');
    }

    @Override
    public String formatRawCellContents(double value, int formatIndex, String format) {
        return formatRawCellContents(value, formatIndex, format, false);
    }
}
