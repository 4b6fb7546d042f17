package de.kreislaufstadt.form;

/**
 * Keeps spreadsheet programs from taking a text for a formula: an apostrophe is put before what begins like one, and taken away
 * again when such a file is read. Texts that begin with an apostrophe get one, too, so that reading gives back what was written.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV Injection</a>
 */
public final class FormulaGuard {

    private static final char MARK = '\'';
    private static final String DANGEROUS = "=+-@\t\r\n'";

    private FormulaGuard() {}

    /** @return the text as it may stand in a cell; numbers and dates are not passed through here */
    public static String guarded(String text) {
        return text == null || text.isEmpty() || DANGEROUS.indexOf(text.charAt(0)) < 0 ? text : MARK + text;
    }

    /** @return the text as it was before it was guarded */
    public static String plain(String cell) {
        return cell == null || cell.length() < 2 || cell.charAt(0) != MARK || DANGEROUS.indexOf(cell.charAt(1)) < 0
                ? cell
                : cell.substring(1);
    }
}
