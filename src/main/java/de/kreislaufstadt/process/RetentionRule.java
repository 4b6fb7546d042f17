package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a module forgets when its time has come. Whoever adds a table with personal data adds such a bean; it is asked every
 * night, for every municipality, until nothing is due any more.
 */
public interface RetentionRule {

    /** @return the tables it deletes from or empties */
    Set<String> tables();

    /**
     * Forgets a bounded portion of what is due. Several nodes may do so at once: what another one has locked is left to it.
     *
     * @param today whatever is due on this day or was before has to go
     * @return number of rows that were deleted or emptied; 0 when nothing is due any more
     */
    int forget(String municipality, LocalDate today);
}
