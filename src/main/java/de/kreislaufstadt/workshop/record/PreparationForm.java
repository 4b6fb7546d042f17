package de.kreislaufstadt.workshop.record;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Data of the form {@code prepare-workshop}.
 *
 * @param cities keys of the other cities that take part; empty unless it is a workshop of several
 */
public record PreparationForm(
        String title,
        WorkshopKind kind,
        List<String> cities,
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
        cities = cities == null ? List.of() : List.copyOf(cities);
        agenda = agenda == null ? List.of() : List.copyOf(agenda);
    }
}
