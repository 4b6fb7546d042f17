package de.kreislaufstadt.released;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what was released. Whatever is not there answers empty, whether it never existed, waits for its release or was
 * withdrawn: nobody outside can tell these apart.
 */
public interface ReleasedMeasures {

    /** Rows that {@link #each} reads at once; more are never held in memory. */
    int PORTION = 200;

    /**
     * @return by municipality a number that grows whenever anything public of it changes, in the transaction that changes it;
     *     one query for all municipalities. A page made after reading it is at least as new as it says
     */
    Map<String, Long> stamps();

    /** @return when something public of the municipality changed last; empty while nothing is */
    Optional<Instant> changedAt(String municipality);

    /** @return the measure that has this slug today */
    Optional<Entry> find(String municipality, String slug);

    /** @return the slug of today of the measure that once had this one; empty if none had, or if it is still this one */
    Optional<String> movedTo(String municipality, String slug);

    /** @return the measure with this number */
    Optional<Entry> numbered(String municipality, String number);

    /** @return one page of what the selection asks for, and how many there are in all */
    Listing list(String municipality, Selection selection);

    /** Hands over all released measures by number, in portions, without holding a connection between them. */
    void each(String municipality, Consumer<Entry> reader);

    /** @return all counts of the overview, of what the selection asks for */
    Counts counts(String municipality, Selection selection);

    /** @return the released versions of a measure, newest first; empty where it is not public today */
    List<VersionHead> versions(String municipality, String number);

    /** @return what a version said; empty where there is none, or the measure is not public today */
    Optional<ReleasedMeasure> version(String municipality, String number, int version);

    /** @return the newest releases, for feeds; at most so many */
    List<Change> changes(String municipality, FeedScope scope, int most);

    /**
     * A measure as the public sees it today.
     *
     * @param slug its part of the address
     * @param version 1 for the first release
     * @param firstReleasedAt when it became public
     * @param releasedAt when this version was released
     */
    record Entry(
            String slug,
            int version,
            Instant firstReleasedAt,
            Instant releasedAt,
            ReleasedMeasure content,
            LiveState live) {}

    /**
     * What a page of a list asks for. Values are codes; an unknown one selects nothing and is no error here.
     *
     * @param words looked for in number, title and summary; null for all
     * @param field code of a field of action; null for all, as the following
     * @param order {@code NUMBER}, {@code TITLE}, {@code RELEASED} or {@code DUE}
     * @param page 0 for the first
     * @param size 1 to 200
     */
    record Selection(String words, String field, String phase, String state, Order order, int page, int size) {

        /** @throws IllegalArgumentException if page or size are out of bounds */
        public Selection {
            if (page < 0 || size < 1 || size > PORTION) {
                throw new IllegalArgumentException("No such page");
            }
        }
    }

    /** In which order a list goes. */
    enum Order {
        NUMBER,
        TITLE,
        RELEASED,
        DUE
    }

    /** @param of how many the selection finds */
    record Listing(List<Entry> entries, int of) {}

    /**
     * Counts of a municipality.
     *
     * @param decidedUnpublished measures that are decided or rejected and not public: how many, never which
     * @param byField published measures by code of the field, as the following
     * @param co2 sum over single numbers in the same unit, with how many state one
     */
    record Counts(
            int published,
            int decidedUnpublished,
            Map<String, Integer> byField,
            Map<String, Integer> byPhase,
            Map<String, Integer> byState,
            List<Sum> co2,
            List<Sum> cost) {}

    /**
     * A sum of what measures state in one unit; a shared cost counts once.
     *
     * @param stated how many values went into it or share one that did
     * @param of how many measures were looked at
     */
    record Sum(String unit, BigDecimal total, int stated, int of) {}

    /** @param causes codes of what the version brought, e.g. {@code STATUS_REPORT} */
    record VersionHead(int version, Instant releasedAt, List<String> causes) {}

    /**
     * A release, as a feed tells it.
     *
     * @param fields paths of what says something else than in the version before, as {@link FieldChange#path}, each once; empty
     *     for the first version, and where nothing does
     */
    record Change(
            String number,
            String slug,
            String title,
            int version,
            Instant releasedAt,
            List<String> causes,
            List<String> fields) {}

    /**
     * Which feed.
     *
     * @param number of one measure; null for all
     * @param field code of a field of action; null for all
     */
    record FeedScope(String number, String field) {}
}
