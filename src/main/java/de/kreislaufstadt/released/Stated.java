package de.kreislaufstadt.released;

import java.util.List;

/**
 * Something a source states about a measure, beside what other documents say differently. The page shows all of them, each
 * with its document and its date; the first is the one that counts in sums.
 *
 * @param <T> text or {@link StatedValue}
 * @param value what the newest source says
 * @param source that source
 * @param others what the newest version of every other document says, as far as it differs; newest first
 */
public record Stated<T>(T value, SourceNote source, List<Other<T>> others) {

    /** The lists may not be changed afterwards. */
    public Stated {
        others = others == null ? List.of() : List.copyOf(others);
    }

    /**
     * What another document says.
     *
     * @param <T> text or {@link StatedValue}
     */
    public record Other<T>(T value, SourceNote source) {}
}
