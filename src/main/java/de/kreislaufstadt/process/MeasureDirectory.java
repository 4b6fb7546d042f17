package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the process and its pages need to know about measures; answered by the module that owns them. */
public interface MeasureDirectory {

    /** Called when the process enters a phase or ends, with a state of the measure's life cycle (domain states). */
    void enter(TaskContext scope, String state);

    /** @return number, title and state of a measure for the head of a form */
    Card card(String municipality, UUID measureId);

    /** @return since when and why a measure rests; empty if it does not */
    default Optional<Pause> pause(String municipality, UUID measureId) {
        return Optional.empty();
    }

    /** @return the cards of the measures with these numbers, by number */
    Map<String, Card> cards(String municipality, Collection<String> numbers);

    /**
     * @param word part of a number or of a title, in upper or lower case
     * @param leads keys of departments whose measures count as found, too
     * @return numbers of the measures that fit
     */
    List<String> matching(String municipality, String word, Collection<String> leads);

    /** @return the measures that members of these departments lead, contribute to or may read, by number */
    default List<Row> visibleTo(String municipality, List<String> departments) {
        return visibleTo(municipality, departments, false);
    }

    /** @param everywhere whether the person reads every measure of the municipality, proposals included */
    List<Row> visibleTo(String municipality, List<String> departments, boolean everywhere);

    /** @return that measure if it is among those that {@link #visibleTo(String, List, boolean)} would list */
    Optional<Row> visibleTo(String municipality, String number, List<String> departments, boolean everywhere);

    /** @return the same for a measure whose id is known */
    Optional<Row> visibleTo(String municipality, UUID measure, List<String> departments, boolean everywhere);

    /** @return the whole record of one measure as a page shows it; empty if it does not exist */
    Optional<Map<String, Object>> details(String municipality, String number);

    /** @return the same without what this reader may not read; it says so where something is left out */
    Optional<Map<String, Object>> details(String municipality, String number, Reader reader);

    /**
     * Who reads a measure.
     *
     * @param departments keys of the person's departments
     * @param everywhere whether the person reads everything of the municipality
     * @param worksOnIt whether a task of the measure is theirs to see
     */
    record Reader(List<String> departments, boolean everywhere, boolean worksOnIt) {}

    /**
     * What the head of a form and the card of a task show.
     *
     * @param shortTitle null where the record has none
     * @param paused whether the measure rests
     */
    record Card(UUID id, String number, String title, String shortTitle, String stateLabel, boolean paused) {}

    /**
     * A rest of a measure.
     *
     * @param since first day
     * @param reason as it is published
     */
    record Pause(LocalDate since, String reason) {}

    /**
     * @param role {@code LEAD}, {@code CONTRIBUTING} or {@code READER}
     */
    record Row(UUID id, String number, String title, String state, String stateLabel, String lead, String role) {}
}
