package de.kreislaufstadt.question;

import de.kreislaufstadt.link.Tokens;
import de.kreislaufstadt.question.Marks.Mark;
import de.kreislaufstadt.security.NetworkAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Counts questions and remembers forms that were sent, for all nodes together. Everything is written in the transaction of the
 * question: what is refused counts for nothing. Networks are kept as what nobody can read without the municipality's key.
 */
@Repository
class QuestionLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final QuestionSettings settings;
    private final Clock clock;

    QuestionLimits(JdbcClient jdbc, Tokens tokens, QuestionSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return false if a question has come with this form before. Of two at the same moment the second one waits for the first. */
    boolean use(String municipality, Mark mark) {
        return jdbc.sql("""
                        insert into used_question_mark (id, municipality_id, expires_at) values (:id, :municipality, :end)
                        on conflict (id) do nothing
                        """)
                        .param("id", mark.id())
                        .param("municipality", municipality)
                        .param("end", Timestamp.from(mark.end()))
                        .update()
                == 1;
    }

    /**
     * Counts a question.
     *
     * @return how long no more is taken; zero where this one is. If it is not, the caller rolls back
     */
    Duration count(String municipality, String network, UUID measure) {
        Duration wait = count(
                municipality,
                "NETWORK",
                tokens.hidden(municipality, "network", NetworkAddress.of(String.valueOf(network))),
                settings.perNetworkAndHour(),
                HOUR);
        if (wait.isZero()) {
            wait = count(municipality, "MEASURE", measure.toString(), settings.perMeasureAndDay(), DAY);
        }
        return wait.isZero() ? count(municipality, "MUNICIPALITY", "", settings.perMunicipalityAndDay(), DAY) : wait;
    }

    private Duration count(String municipality, String scope, String counted, int most, Duration window) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into public_question_count as c (municipality_id, scope, counted, asked, since)
                        values (:municipality, :scope, :counted, 1, :now)
                        on conflict (municipality_id, scope, counted) do update set
                            asked = case when c.since <= :before then 1 else c.asked + 1 end,
                            since = case when c.since <= :before then :now else c.since end
                        returning asked, since
                        """)
                .param("municipality", municipality)
                .param("scope", scope)
                .param("counted", counted)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(window)))
                .query((row, i) -> row.getInt("asked") <= most
                        ? Duration.ZERO
                        : Duration.between(
                                now, row.getTimestamp("since").toInstant().plus(window)))
                .single();
    }

    /**
     * Networks are forgotten after an hour, also where nobody asks any more; so are used forms when they are worth nothing.
     *
     * @return number of counters that were deleted
     */
    @Scheduled(cron = "${kreislaufstadt.questions.tidying:0 */10 * * * *}")
    int tidy() {
        Instant now = clock.instant();
        jdbc.sql("delete from used_question_mark where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
        return jdbc.sql("""
                        delete from public_question_count
                        where since <= :hour and scope = 'NETWORK' or since <= :day
                        """)
                .param("hour", Timestamp.from(now.minus(HOUR)))
                .param("day", Timestamp.from(now.minus(DAY)))
                .update();
    }
}
