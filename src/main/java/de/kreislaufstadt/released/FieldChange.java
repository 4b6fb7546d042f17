package de.kreislaufstadt.released;

import java.util.List;

/**
 * What one version says differently from another in one place.
 *
 * @param path names of the components that lead to it, e.g. {@code effects.cost.value}; entries of lists are not counted
 * @param entry what tells the entry of a list from the others, e.g. the name of the indicator; null outside of lists
 * @param from what was said: a text, a number, a day, a record of this module, or a list of texts; null where it is new
 * @param to what is said now; null where it is gone
 * @param pieces of texts and lists of texts that were changed; empty otherwise
 */
public record FieldChange(String path, String entry, Kind kind, Object from, Object to, List<Piece> pieces) {

    /** The list may not be changed afterwards. */
    public FieldChange {
        pieces = List.copyOf(pieces);
    }

    /** What has happened to a field. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * A part of a text. All that are the same or removed make the text of before, all that are the same or added that of now.
     *
     * @param text never empty
     */
    public record Piece(PieceKind kind, String text) {}

    /** What has happened to a part of a text. */
    public enum PieceKind {
        SAME,
        REMOVED,
        ADDED
    }
}
