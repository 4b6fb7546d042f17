package de.kreislaufstadt.gate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The signature of a department in a round, or the place for it.
 *
 * @param roles why the department is asked, see the decision table {@code co-signature}
 * @param department its key; null for roles that nobody has
 * @param result null as long as it is missing
 * @param remark change or reason; null where there is none
 * @param signedBy engine user id; null where nobody has signed
 */
record Signature(
        UUID id,
        int position,
        List<String> roles,
        String department,
        Result result,
        String remark,
        String signedBy,
        Instant signedAt) {

    enum Result {
        SIGNED,
        SIGNED_WITH_CHANGE,
        REFUSED,
        EXPIRED,
        /** The municipality has no department with this role. */
        NOBODY;

        boolean given() {
            return this == SIGNED || this == SIGNED_WITH_CHANGE || this == REFUSED;
        }
    }
}
