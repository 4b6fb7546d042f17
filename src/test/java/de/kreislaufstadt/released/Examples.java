package de.kreislaufstadt.released;

import de.kreislaufstadt.released.ReleasedMeasure.Effects;
import de.kreislaufstadt.released.ReleasedMeasure.Finance;
import java.math.BigDecimal;
import java.util.List;

/** Versions that differ from the examples in one thing. */
final class Examples {

    private Examples() {}

    /** @return the bare example with this number and cost in euros */
    static ReleasedMeasure sharing(String number, String cost, String group) {
        ReleasedMeasure bare = ReleasedExamples.bare();
        Effects effects = bare.effects();
        StatedValue nothing = effects.cost().value();
        StatedValue euros = new StatedValue(
                "VALUE",
                new BigDecimal(cost),
                null,
                null,
                "EQUAL",
                "EUR",
                null,
                null,
                false,
                null,
                null,
                nothing.source(),
                nothing.asOf());
        ReleasedMeasure stated = ReleasedExamples.with(
                bare,
                "effects",
                new Effects(
                        effects.renewableEnergy(),
                        effects.replacedEnergy(),
                        effects.co2(),
                        new Stated<>(euros, effects.cost().source(), List.of())));
        ReleasedMeasure shared = ReleasedExamples.with(stated, "finance", new Finance("NONE", group, null, null));
        return ReleasedExamples.with(shared, "number", number);
    }
}
