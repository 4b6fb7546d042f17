package de.kreislaufstadt.process;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Intervention.Wish;
import java.util.Optional;

/** All ways of stepping in, by their kinds. */
public interface Interventions {

    /** @return the intervention of this kind; empty if there is none */
    Optional<Intervention> ofKind(String kind);

    /**
     * Steps in; joins the caller's transaction or makes one of its own.
     *
     * @throws InterventionRefused if there is no such intervention, the person may not, it is too late, or somebody else was
     *     faster
     * @throws de.kreislaufstadt.form.FormRefused if what is wanted is wrong
     */
    void carryOut(String kind, String item, Wish wish, Login who);
}
