package de.kreislaufstadt.released;

import de.kreislaufstadt.released.ReleasedMeasure.Effects;
import de.kreislaufstadt.released.ReleasedMeasure.Finance;
import de.kreislaufstadt.released.ReleasedMeasure.Heading;
import java.math.BigDecimal;
import java.util.List;

/** Versions that differ from the examples in one thing. */
final class Examples {

    private Examples() {}

    static ReleasedMeasure titled(ReleasedMeasure measure, String title) {
        Heading heading = new Heading(
                title, measure.heading().shortTitle(), measure.heading().summary());
        return with(measure, measure.number(), heading, measure.effects(), measure.finance());
    }

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
        return with(
                bare,
                number,
                bare.heading(),
                new Effects(
                        effects.renewableEnergy(),
                        effects.replacedEnergy(),
                        effects.co2(),
                        new Stated<>(euros, effects.cost().source(), List.of())),
                new Finance("NONE", group, null, null));
    }

    static ReleasedMeasure with(ReleasedMeasure m, String number, Heading heading, Effects effects, Finance finance) {
        return new ReleasedMeasure(
                number,
                m.externalId(),
                heading,
                m.description(),
                m.pathway(),
                effects,
                m.carriers(),
                m.schedule(),
                finance,
                m.indicators(),
                m.decisions(),
                m.projects(),
                m.milestones(),
                m.statusReports(),
                m.events(),
                m.evaluation(),
                m.participation(),
                m.state(),
                m.sources(),
                m.table());
    }
}
