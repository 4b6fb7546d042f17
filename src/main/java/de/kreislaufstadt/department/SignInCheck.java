package de.kreislaufstadt.department;

import java.util.Set;
import java.util.function.BiFunction;

/** Checks the section {@code signIn} of a municipality's file. */
final class SignInCheck {

    private static final int LONGEST_CLAIM = 200;

    private final BiFunction<String, String, RuntimeException> refused;

    /** @param refused makes of place and reason what is thrown */
    SignInCheck(BiFunction<String, String, RuntimeException> refused) {
        this.refused = refused;
    }

    void check(MunicipalityFile.SignIn signIn, Set<String> departments) {
        int index = 0;
        for (MunicipalityFile.ClaimedGroup group : signIn.groups()) {
            String place = "signIn.groups[" + index++ + "]";
            require(group != null, place, "ist leer");
            require(group.claim() != null && !group.claim().isBlank(), place + ".claim", "fehlt");
            require(
                    group.claim().length() <= LONGEST_CLAIM,
                    place + ".claim",
                    "länger als " + LONGEST_CLAIM + " Zeichen");
            place += " (" + group.claim().replaceAll("\\p{Cntrl}", "?") + ")";
            require(
                    group.department() == null || departments.contains(group.department()),
                    place + ".department",
                    "die Abteilung „" + group.department() + "“ gibt es nicht");
            require(!group.head() || group.department() != null, place + ".head", "eine Leitung braucht department");
            require(
                    group.department() != null || group.manager() || group.monitor() || group.auditor(),
                    place,
                    "bedeutet nichts (department, head, manager, monitor oder auditor fehlt)");
        }
    }

    private void require(boolean holds, String place, String reason) {
        if (!holds) {
            throw refused.apply(place, reason);
        }
    }
}
