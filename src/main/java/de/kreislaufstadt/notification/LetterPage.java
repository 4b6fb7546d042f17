package de.kreislaufstadt.notification;

/**
 * A letter in one language as the templates show it; public so that they can read it.
 *
 * @param footer who has sent it, and whether somebody reads answers
 * @param below says, above everything, that this language follows below
 */
public record LetterPage(Letter.Part part, String footer, String below) {

    /** @return key of the language, for the attribute {@code lang} */
    public String language() {
        return part.language().getLanguage();
    }
}
