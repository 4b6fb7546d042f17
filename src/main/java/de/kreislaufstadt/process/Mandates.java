package de.kreislaufstadt.process;

import de.kreislaufstadt.process.Accounts.Login;

/** Who may step in: heads for the measures their department leads, managers everywhere in their municipality. */
public interface Mandates {

    /**
     * @param lead key of the department that leads the measure; null where none is known
     * @return by what the person may step in there
     * @throws InterventionRefused if they may not
     */
    Mandate required(String municipality, String lead, Login who);

    /**
     * By what somebody steps in.
     *
     * @param group engine group of managers or heads
     * @param deputyFor that group where the person only stands in for it; null where it is their own
     */
    record Mandate(String group, String deputyFor) {}
}
