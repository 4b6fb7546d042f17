package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.StorableText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Checks what people write into the dialogs of a task, the way the forms are checked. */
final class Wording {

    /** Enough for a page; longer explanations belong into the form or a document. */
    static final int LONGEST = 2000;

    private Wording() {}

    /** @return the text without white space around it; null where nothing was written */
    static String text(Problems problems, String field, String text, boolean required) {
        String written = text == null || text.isBlank() ? null : text.strip();
        problems.check(written != null || !required, field, "form.required");
        if (written != null) {
            problems.check(written.codePointCount(0, written.length()) <= LONGEST, field, "form.maxLength", LONGEST)
                    .check(written.codePoints().allMatch(StorableText::takes), field, "form.characters");
        }
        return written;
    }

    /** @return the day, or null with a problem noted */
    static LocalDate day(Problems problems, String field, String iso) {
        if (iso == null || iso.isBlank()) {
            problems.check(false, field, "form.required");
            return null;
        }
        try {
            return LocalDate.parse(iso.strip());
        } catch (DateTimeParseException e) {
            problems.check(false, field, "form.type.date");
            return null;
        }
    }
}
