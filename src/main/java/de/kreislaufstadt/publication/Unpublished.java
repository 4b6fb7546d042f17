package de.kreislaufstadt.publication;

import de.kreislaufstadt.released.Releasing;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many decided measures the public does not see: so that none vanishes silently. */
@Component
class Unpublished {

    /** States of measures that have been decided, one way or the other. */
    static final List<String> DECIDED = List.of(
            "DECIDED",
            "KNOWLEDGE",
            "STATUS_QUO",
            "WORKSHOPS",
            "STARTER_PROJECTS",
            "IMPLEMENTATION",
            "EVALUATION",
            "COMPLETED",
            "REJECTED");

    private final PublicationTable table;
    private final Releasing releasing;

    Unpublished(PublicationTable table, Releasing releasing) {
        this.table = table;
        this.releasing = releasing;
    }

    void tell(String municipality) {
        releasing.unpublished(municipality, table.unpublished(municipality));
    }

    /** @param takenOver how many decided measures have come in with this transaction */
    void tellMore(String municipality, int takenOver) {
        releasing.moreUnpublished(municipality, takenOver);
    }
}
