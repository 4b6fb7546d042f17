package de.kreislaufstadt.backup;

import de.kreislaufstadt.form.Texts;

/** Nothing was written and nothing restored, for the reason that the message gives in German, on one line. */
final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Texts TEXTS = Texts.of("backup");

    /**
     * @param reason key of the text below {@code backup.refused.}
     * @param arguments what its placeholders stand for
     */
    BackupRefused(String reason, Object... arguments) {
        super(TEXTS.german("backup.refused." + reason, arguments));
    }
}
