package de.kreislaufstadt.process;

import java.time.Period;

/** How long each kind of personal data is kept: what the municipality has set, else the installation. */
public interface RetentionPeriods {

    /**
     * @param kind see {@link PersonalData#kind()}, e.g. {@code invitations}
     * @throws IllegalArgumentException for a kind without period
     */
    Period of(String municipality, String kind);
}
