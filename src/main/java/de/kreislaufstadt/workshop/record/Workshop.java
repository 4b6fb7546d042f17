package de.kreislaufstadt.workshop.record;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/**
 * A workshop of a measure. Everything but identity, number and state is null until it has been prepared.
 *
 * @param number number within the measure, from 1
 * @param date day of the workshop
 * @param link address of an online workshop; place or link is set
 * @param registrationUntil last day to answer the invitation, before {@code date}
 */
public record Workshop(
        UUID id,
        UUID measureId,
        int number,
        WorkshopState state,
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
        String privacyNotice) {}
