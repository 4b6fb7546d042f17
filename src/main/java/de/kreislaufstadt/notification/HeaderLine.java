package de.kreislaufstadt.notification;

/** Text that goes into the head of a mail. A line break in it would begin a header of its own. */
final class HeaderLine {

    private HeaderLine() {}

    /** @throws MailRefused if the text has line breaks or other control characters */
    static String of(String text) {
        if (text.codePoints().anyMatch(HeaderLine::isForbidden)) {
            throw new MailRefused("Zeilenumbruch oder Steuerzeichen in Adresse oder Betreff");
        }
        return text;
    }

    /** @return the text on one line, with a space for every run of white space and control characters */
    static String folded(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .map(character -> isForbidden(character) ? ' ' : character)
                .forEach(line::appendCodePoint);
        return line.toString().strip().replaceAll("\\s+", " ");
    }

    private static boolean isForbidden(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
