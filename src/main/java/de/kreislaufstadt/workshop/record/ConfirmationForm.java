package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.RStrategy;
import de.kreislaufstadt.survey.ParticipantGroup;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Data of the form {@code confirm-workshop}. */
public record ConfirmationForm(
        Result confirmResult,
        String reason,
        LocalDate newDate,
        LocalDate newRegistrationUntil,
        LocalTime newBegin,
        LocalTime newEnd,
        String newPlace,
        List<Attendance> attendance,
        List<IdeaRow> ideas) {

    public ConfirmationForm {
        attendance = attendance == null ? List.of() : List.copyOf(attendance);
        ideas = ideas == null ? List.of() : List.copyOf(ideas);
    }

    public enum Result {
        HELD,
        POSTPONED,
        CANCELLED
    }

    /** @param number null for somebody who came without an invitation */
    public record Attendance(Integer number, String organisation, ParticipantGroup participantGroup, Boolean attended)
            implements InvitationList.Row {

        public boolean isTrue() {
            return Boolean.TRUE.equals(attended);
        }

        @Override
        public Invitation onto(Invitation stored) {
            return stored.of(organisation, participantGroup, stored.contact(), stored.email())
                    .withAttended(isTrue());
        }
    }

    public record IdeaRow(
            String title,
            CircularField field,
            String description,
            RStrategy rStrategy,
            Integer points,
            String cluster) {}
}
