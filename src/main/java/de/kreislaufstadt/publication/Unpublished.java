package de.kreislaufstadt.publication;

import de.kreislaufstadt.released.Releasing;
import org.springframework.stereotype.Component;

/** How many decided measures the public does not see: so that none vanishes silently. */
@Component
class Unpublished {

    private final PublicationTable table;
    private final Releasing releasing;

    Unpublished(PublicationTable table, Releasing releasing) {
        this.table = table;
        this.releasing = releasing;
    }

    void tell(String municipality) {
        releasing.unpublished(municipality, table.unpublished(municipality));
    }
}
