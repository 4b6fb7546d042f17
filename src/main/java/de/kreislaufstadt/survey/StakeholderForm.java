package de.kreislaufstadt.survey;

import de.kreislaufstadt.measure.CircularField;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One organisation in the stakeholder analysis. Organisations are rated, never persons.
 *
 * @param influence 1 to 4
 * @param interest 1 to 4
 * @param attitude -2 (against) to 2 (in favour)
 * @param affectedness 1 to 4, null where it was not judged
 * @param expectations internal, never published
 * @param conflicts internal, never published
 * @param supervisingUnit key of a department
 */
record StakeholderForm(
        String organisation,
        Sector sector,
        ParticipantGroup participantGroup,
        Set<CircularField> circularFields,
        Integer influence,
        Integer interest,
        Integer attitude,
        Integer affectedness,
        String resources,
        String relations,
        String expectations,
        String conflicts,
        String supervisingUnit,
        String involvement,
        Contact contact) {

    /** A person to turn to; kept apart from the organisation and deleted on a day of its own. */
    record Contact(String name, String function, String email, String phone) {

        boolean isBlank() {
            return Stream.of(name, function, email, phone).allMatch(Objects::isNull);
        }
    }

    boolean hasContact() {
        return contact != null && !contact.isBlank();
    }
}
