package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.rights.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Who the engine believes is acting on this thread. */
public final class SignedIn {

    private SignedIn() {}

    /** @return the person whose request this is; empty where nobody is signed in */
    public static Optional<Login> current() {
        Authentication who = identity().getCurrentAuthentication();
        if (who == null || who.getUserId() == null) {
            return Optional.empty();
        }
        return Optional.of(new Login(who.getUserId(), orEmpty(who.getGroupIds()), orEmpty(who.getTenantIds())));
    }

    /** @return whether the person administers the installation */
    public static boolean isAdministrator(Login login) {
        return login.groups().contains(Groups.CAMUNDA_ADMIN);
    }

    /** @return whether the person may read everything of their municipality, whatever their departments */
    public static boolean looksEverywhere(Login login) {
        return Role.of(login.groups(), login.tenants()).stream().anyMatch(Role::looksEverywhere);
    }

    /** Makes the engine check rights as this person until {@link #clear()}. */
    public static void set(Login login) {
        identity().setAuthentication(login.user(), login.groups(), login.tenants());
    }

    /** Ends what {@link #set} began. */
    public static void clear() {
        identity().clearAuthentication();
    }

    /** Does work whose limits we set ourselves, not the engine's grants, on behalf of whoever is signed in. */
    public static <T> T asSystem(Supplier<T> work) {
        Optional<Login> before = current();
        clear();
        try {
            return work.get();
        } finally {
            before.ifPresent(SignedIn::set);
        }
    }

    /** The same for work that answers nothing. */
    public static void runAsSystem(Runnable work) {
        asSystem(() -> {
            work.run();
            return null;
        });
    }

    private static IdentityService identity() {
        return ProcessEngines.getDefaultProcessEngine().getIdentityService();
    }

    private static List<String> orEmpty(List<String> list) {
        return list == null ? List.of() : list;
    }
}
