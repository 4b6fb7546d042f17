package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.Finding.Kind;
import de.kreislaufstadt.measure.MeasureType;
import de.kreislaufstadt.measure.ReportedValue.NoNumber;
import de.kreislaufstadt.measure.ReportedValue.Statement;
import de.kreislaufstadt.measure.ReportedValue.Status;
import java.util.List;

/**
 * What a new measure cannot be without although its source leaves it out. Each value that is put in says so, and none of them is
 * a number.
 */
final class Defaults {

    private static final List<Target> EFFECTS =
            List.of(Target.RENEWABLE_ENERGY, Target.REPLACED_ENERGY, Target.CO2, Target.COST);

    private final ImportSettings settings;

    Defaults(ImportSettings settings) {
        this.settings = settings;
    }

    /** Completes a measure that is not there yet. */
    void supply(Draft draft) {
        derive(draft);
        put(draft, Target.TYPE, MeasureType.OTHER);
        put(draft, Target.SPATIAL_SCOPE, settings.scope());
        put(draft, Target.BEGIN, settings.begin());
        put(draft, Target.BUDGET_RELATION, settings.budgetRelation());
        put(draft, Target.LEAD, settings.lead());
        put(draft, Target.STATE, settings.state());
        EFFECTS.forEach(target -> put(
                draft,
                target,
                new NoNumber(
                        Status.NOT_STATED,
                        Statement.of(
                                settings.source().document(), settings.source().asOf()))));
    }

    /** What follows from the source itself: a description's beginning is a summary if there is no other. */
    private static void derive(Draft draft) {
        boolean isNewText = draft.states(Target.DESCRIPTION) && draft.states(Target.TITLE);
        if (isNewText && !draft.states(Target.SUMMARY)) {
            String description = (String) draft.value(Target.DESCRIPTION).orElseThrow();
            String line = description.replaceAll("\\s*\\n\\s*", " ");
            String summary =
                    line.length() > Target.SUMMARY.longest() ? Values.cut(line, Target.SUMMARY.longest()) : line;
            draft.supply(Target.SUMMARY, summary, Finding.of(Kind.TAKEN_FROM, Target.SUMMARY, Target.DESCRIPTION));
        }
    }

    private void put(Draft draft, Target target, Object value) {
        if (!draft.states(target) && value != null) {
            draft.supply(target, value, Finding.of(Kind.BY_DEFAULT, target, shown(target, value)));
        }
    }

    private Object shown(Target target, Object value) {
        return target == Target.LEAD ? settings.city().departments().getOrDefault(value, value.toString()) : value;
    }
}
