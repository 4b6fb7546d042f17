package de.kreislaufstadt.notification;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this module.
 *
 * @param baseUrl address under which people reach the application, e.g. {@code https://kreislauf.example.org}
 * @param mail the mails
 */
@ConfigurationProperties("kreislaufstadt")
record NotificationSettings(
        @DefaultValue("") String baseUrl, @DefaultValue Mail mail) {

    NotificationSettings {
        baseUrl = baseUrl.strip().replaceFirst("/+$", "");
    }

    /**
     * How mails are sent.
     *
     * @param from address of the sender
     * @param background whether this node sends; without it somebody else has to
     * @param poll pause between two looks at the outbox, beside being woken by a commit
     * @param digestAt time of day of the daily summary, on working days
     * @param retries pauses after the first, second … failed attempt; after the last one the mail has failed
     * @param lostAfter time after which a mail that is still being sent is taken for interrupted; longer than any
     *     conversation with the mail server
     * @param outdated age from which notices of completed tasks that were never sent are dropped
     * @param keep time that sent mails, and notices of completed tasks, are kept
     */
    record Mail(
            @DefaultValue("") String from,
            @DefaultValue("true") boolean background,
            @DefaultValue("PT5S") Duration poll,
            @DefaultValue("07:00") LocalTime digestAt,

            @DefaultValue({"PT1M", "PT5M", "PT30M", "PT2H", "PT6H", "PT12H", "PT24H"})
            List<Duration> retries,

            @DefaultValue("PT5M") Duration lostAfter,
            @DefaultValue("P7D") Duration outdated,
            @DefaultValue("P30D") Duration keep) {}
}
