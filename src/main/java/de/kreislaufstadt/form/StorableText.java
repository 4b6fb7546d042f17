package de.kreislaufstadt.form;

/** Characters that a text may be stored and shown with. */
public final class StorableText {

    private StorableText() {}

    /** @return false for what the database does not know, and for what makes a reader see another text than the one stored */
    public static boolean takes(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        // Half of a pair of surrogates would be stored as a question mark.
        return layout
                || !Character.isISOControl(character)
                        && Character.getType(character) != Character.SURROGATE
                        && !turnsDirection(character);
    }

    /** Embeddings, overrides and isolates; the marks that only say where a text belongs (U+200E, U+200F) stay. */
    private static boolean turnsDirection(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }
}
