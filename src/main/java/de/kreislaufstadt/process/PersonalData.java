package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Where a module keeps data of people, so that a person can be told about it, and it can be corrected or deleted
 * (Art. 15, 16, 17 and 20 DSGVO). Whoever adds a table with personal data adds such a bean, in most cases a
 * {@link PersonalTable}, and describes the kind in {@code messages/privacy.properties}; texts in which a person may be
 * mentioned are looked through for all modules at once.
 */
public interface PersonalData {

    /** @return key of what is kept, lower case with hyphens; the same for tables that are kept for one purpose */
    String kind();

    /** @return the tables it answers for */
    Set<String> tables();

    /** @return when it is asked to delete: the smaller first; whatever others look up goes last */
    default int order() {
        return 0;
    }

    /** @return what it knows of the person beyond what is asked for, such as the account behind a mail address */
    default Identity recognise(String municipality, Identity person) {
        return Identity.unknown();
    }

    /** @return names of the people whom its rows of the municipality are about, as they are written there; may repeat */
    default Collection<String> names(String municipality) {
        return Set.of();
    }

    /** @return all rows of the municipality that are about the person */
    List<Found> find(String municipality, Identity person);

    /**
     * Deletes what was found, as its effect says. Called in one transaction with all the others.
     *
     * @return number of rows changed
     */
    int delete(String municipality, Identity person, Found found);

    /**
     * Corrects one field of what was found.
     *
     * @param field one of its {@link Found#correctable()}
     * @return number of rows changed
     */
    default int correct(String municipality, Found found, String field, String value) {
        return 0;
    }

    /** What becomes of a row when the person is deleted. */
    enum Effect {
        /** It goes. */
        DELETED,
        /** What says something of the person is emptied; the rest stays. */
        EMPTIED,
        /** Where the person is named, the text reads "[gelöscht]". */
        REPLACED,
        /** It stays, with an id that leads to nobody any more: who did which step has to be provable. */
        PSEUDONYM,
        /** It has to stay for now, see {@link Found#because()}. */
        KEPT
    }

    /**
     * A row about the person.
     *
     * @param kind see {@link PersonalData#kind()}
     * @param row key of the row in its table
     * @param measure measure that it belongs to; null where there is none
     * @param because key of the reason why it stays, below {@code privacy.because}; null where it does not
     * @param deleteOn day on which it goes by itself; null where no day is set
     * @param content what it says, by column
     * @param correctable columns that the person may have corrected, with what they hold: {@code mail}, {@code name} …
     */
    record Found(
            String kind,
            String table,
            String row,
            UUID measure,
            Effect effect,
            String because,
            LocalDate deleteOn,
            Map<String, Object> content,
            Map<String, Identity.Sort> correctable) {

        /** @return what names the row among all that was found */
        public String id() {
            return table + "/" + row + "/" + (effect == Effect.REPLACED ? "text" : "row");
        }

        public Found kept(String reason) {
            return new Found(kind, table, row, measure, Effect.KEPT, reason, deleteOn, content, correctable);
        }
    }
}
