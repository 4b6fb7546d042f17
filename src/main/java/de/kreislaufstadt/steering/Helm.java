package de.kreislaufstadt.steering;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.Mandates;
import de.kreislaufstadt.process.Mandates.Mandate;
import de.kreislaufstadt.process.MeasureDirectory.Row;
import de.kreislaufstadt.process.MeasuresInSight;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where somebody may step in with a measure as a whole: of those they see, where {@link Mandates} lets them. */
@Component
class Helm {

    private final MeasuresInSight measures;
    private final Mandates mandates;

    Helm(MeasuresInSight measures, Mandates mandates) {
        this.measures = measures;
        this.mandates = mandates;
    }

    /**
     * Somebody who may step in.
     *
     * @param row the measure as they see it
     */
    record Steersman(String municipality, Login login, Mandate mandate, Row row) {

        String user() {
            return login.user();
        }
    }

    /** @throws InterventionRefused if the person does not see such a measure, or may not step in there */
    Steersman of(String number, Login who) {
        Row row = measures.find(who, number).orElseThrow(Helm::unknown);
        String municipality = who.tenants().get(0);
        return new Steersman(municipality, who, mandates.required(municipality, row.lead(), who), row);
    }

    /** @return the measures that the person sees */
    List<Row> visible(Login who) {
        if (who.tenants().size() != 1) {
            throw unknown();
        }
        return measures.all(who);
    }

    private static InterventionRefused unknown() {
        return new InterventionRefused(Cause.NOT_FOUND, "process.noMeasure");
    }
}
