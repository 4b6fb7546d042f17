package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a module forgets when its time has come. Whoever adds a table with personal data adds such a bean; it is asked every
 * night, for every municipality, until nothing is due any more.
 */
public interface RetentionRule {

    /** @return the kind of data, see {@link PersonalData#kind()} */
    String kind();

    /** @return the tables it deletes from or empties */
    Set<String> tables();

    /** @return whether anything of it goes by itself; false where it goes with something else */
    default boolean hasDays() {
        return true;
    }

    /** @return whether whole rows go, rather than what is personal in them */
    default boolean deletes() {
        return true;
    }

    /** @return name of the setting that says when; null where the law or the data itself says it */
    default String setting() {
        return "kreislaufstadt.retention." + kind();
    }

    /**
     * Forgets a bounded portion of what is due and not blocked. Several nodes may do so at once: what another one has locked
     * is left to it.
     *
     * @param today whatever is due on this day or was before has to go
     * @return number of rows that were deleted or emptied; 0 when nothing is due any more
     */
    int forget(String municipality, LocalDate today);

    /** @return number of rows that are due and stay because of a block */
    int heldBack(String municipality, LocalDate today);
}
