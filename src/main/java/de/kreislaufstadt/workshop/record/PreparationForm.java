package de.kreislaufstadt.workshop.record;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Data of the form {@code prepare-workshop}. */
public record PreparationForm(
        String title,
        WorkshopKind kind,
        String aim,
        String questions,
        LocalDate date,
        LocalTime begin,
        LocalTime end,
        String place,
        String link,
        String accessibility,
        String moderation,
        Integer minParticipants,
        Integer targetParticipants,
        Integer maxParticipants,
        LocalDate registrationUntil,
        String privacyNotice,
        List<AgendaItem> agenda) {

    public PreparationForm {
        agenda = agenda == null ? List.of() : List.copyOf(agenda);
    }
}
