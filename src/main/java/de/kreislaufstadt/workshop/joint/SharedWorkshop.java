package de.kreislaufstadt.workshop.joint;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/**
 * A row of {@code joint_workshop} as it is read by a city that takes part, with the name of the organising one.
 *
 * @param organiser name of the city whose workshop it is
 * @param own whether it is the reader's city's
 * @param place null where people meet online; the address is for those who are invited
 * @param agenda JSON of {@link SharedAgendaItem}s
 * @param summary null before the release, as are minutes, counts and the day
 * @param minutes JSON of {@link SharedEntry}s
 * @param counts JSON of counts per group
 * @param edition how often minutes have been released
 * @param tasks how many of them are for the reader's city
 */
record SharedWorkshop(
        UUID id,
        String organiser,
        boolean own,
        Stage stage,
        String title,
        String aim,
        LocalDate date,
        LocalTime begin,
        LocalTime end,
        String place,
        String agenda,
        String summary,
        String minutes,
        String counts,
        int edition,
        LocalDate releasedOn,
        int tasks) {

    /** How far it has come, for those who are not at home there. */
    enum Stage {
        ANNOUNCED,
        CANCELLED,
        RELEASED
    }
}
