package de.kreislaufstadt.department;

import de.kreislaufstadt.process.RetentionPeriods;
import java.time.Period;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How long personal data is kept: what the municipality's file says, else {@code kreislaufstadt.retention.<kind>}. */
@Component
class MunicipalPeriods implements RetentionPeriods {

    private final Environment environment;
    private final Municipalities municipalities;

    MunicipalPeriods(Environment environment, Municipalities municipalities) {
        this.environment = environment;
        this.municipalities = municipalities;
    }

    @Override
    public Period of(String municipality, String kind) {
        Period usual = environment.getProperty("kreislaufstadt.retention." + kind, Period.class);
        if (usual == null) {
            throw new IllegalArgumentException("No period for " + kind);
        }
        return municipalities.retention(municipality, kind).orElse(usual);
    }
}
