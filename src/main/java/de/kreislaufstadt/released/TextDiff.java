package de.kreislaufstadt.released;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import de.kreislaufstadt.released.FieldChange.Piece;
import de.kreislaufstadt.released.FieldChange.PieceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Compares texts word by word, and lists entry by entry. */
public final class TextDiff {

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|[^\\p{L}\\p{M}\\p{N}\\s]");
    private static final Pattern LINES = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    /** Comparing takes time that grows with the square: longer texts are compared line by line. */
    private static final int MOST_WORDS = 6_000;

    private TextDiff() {}

    /**
     * Compares two texts.
     *
     * @return pieces that make the text of before and that of after; see {@link Piece}
     */
    public static List<Piece> between(String before, String after) {
        List<String> left = parts(WORDS, before);
        List<String> right = parts(WORDS, after);
        return left.size() + right.size() > MOST_WORDS
                ? joined(pieces(parts(LINES, before), parts(LINES, after)))
                : joined(closedUp(pieces(left, right)));
    }

    /** @return one piece for each entry */
    static List<Piece> ofEntries(List<?> before, List<?> after) {
        return pieces(
                before.stream().map(Object::toString).toList(),
                after.stream().map(Object::toString).toList());
    }

    private static List<String> parts(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<Piece> pieces(List<String> before, List<String> after) {
        List<Piece> pieces = new ArrayList<>();
        int next = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            add(pieces, PieceKind.SAME, before.subList(next, delta.getSource().getPosition()));
            add(pieces, PieceKind.REMOVED, delta.getSource().getLines());
            add(pieces, PieceKind.ADDED, delta.getTarget().getLines());
            next = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, PieceKind.SAME, before.subList(next, before.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, PieceKind kind, List<String> texts) {
        texts.forEach(text -> pieces.add(new Piece(kind, text)));
    }

    /**
     * Several new words in a row are one change, and so are several that are gone. The comparison may take the gap between two of them
     * for the one that was there all the time, though the same gap stands before the first: then it was that one.
     */
    private static List<Piece> closedUp(List<Piece> pieces) {
        List<Piece> closedUp = new ArrayList<>(pieces);
        for (int gap = 1; gap + 1 < closedUp.size(); gap++) {
            PieceKind kind = closedUp.get(gap + 1).kind();
            String text = closedUp.get(gap).text();
            if (closedUp.get(gap).kind() != PieceKind.SAME || !text.isBlank() || kind == PieceKind.SAME) {
                continue;
            }
            int first = gap;
            while (first > 0 && closedUp.get(first - 1).kind() == kind) {
                first--;
            }
            boolean alone = first == 0 || closedUp.get(first - 1).kind() == PieceKind.SAME;
            if (first < gap && alone && closedUp.get(first).text().equals(text)) {
                closedUp.set(first, new Piece(PieceKind.SAME, text));
                closedUp.set(gap, new Piece(kind, text));
            }
        }
        return closedUp;
    }

    /**
     * Puts together what belongs together: neighbours of one kind, and changed words with nothing but a gap between them, since
     * nobody reads three single words crossed out one by one.
     */
    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        StringBuilder same = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean gapBetweenChanges = piece.kind() == PieceKind.SAME
                    && piece.text().isBlank()
                    && removed.length() > 0
                    && added.length() > 0
                    && i + 1 < pieces.size()
                    && pieces.get(i + 1).kind() != PieceKind.SAME;
            if (gapBetweenChanges) {
                removed.append(piece.text());
                added.append(piece.text());
            } else if (piece.kind() == PieceKind.SAME) {
                flush(joined, PieceKind.REMOVED, removed);
                flush(joined, PieceKind.ADDED, added);
                same.append(piece.text());
            } else {
                flush(joined, PieceKind.SAME, same);
                (piece.kind() == PieceKind.REMOVED ? removed : added).append(piece.text());
            }
        }
        flush(joined, PieceKind.SAME, same);
        flush(joined, PieceKind.REMOVED, removed);
        flush(joined, PieceKind.ADDED, added);
        return List.copyOf(joined);
    }

    private static void flush(List<Piece> pieces, PieceKind kind, StringBuilder text) {
        if (text.length() > 0) {
            pieces.add(new Piece(kind, text.toString()));
            text.setLength(0);
        }
    }
}
