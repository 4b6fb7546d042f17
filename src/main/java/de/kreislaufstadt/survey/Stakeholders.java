package de.kreislaufstadt.survey;

import java.util.List;
import java.util.UUID;

/** The stakeholders of a measure, for the modules that invite and involve them. */
public interface Stakeholders {

    /** @return the organisations of the measure's analysis in its order; empty while there is none */
    List<Stakeholder> of(String municipality, UUID measureId);

    /** @return those of them with high influence and high interest */
    default List<Stakeholder> keyPlayers(String municipality, UUID measureId) {
        return of(municipality, measureId).stream()
                .filter(stakeholder -> stakeholder.quadrant() == Quadrant.KEY_PLAYER)
                .toList();
    }
}
