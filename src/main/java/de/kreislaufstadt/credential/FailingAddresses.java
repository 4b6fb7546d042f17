package de.kreislaufstadt.credential;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Limits failed attempts per network address, over all names: a bucket that failures fill and time empties. Only failures
 * fill it, since everybody of a city hall may come from one address.
 */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class FailingAddresses {

    private static final int DAYS_KEPT = 2;

    private final JdbcClient jdbc;
    private final LocalSignInSettings settings;
    private final Clock clock;

    FailingAddresses(JdbcClient jdbc, LocalSignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param failures of the address when they were measured
     * @param measured null where there are none
     * @return how long nothing from there is looked at; zero where it may go on
     */
    Duration pause(double failures, Instant measured) {
        double tooMany = measured == null ? 0 : left(failures, measured) - settings.failuresPerAddress() + 1;
        return tooMany <= 0 ? Duration.ZERO : Duration.ofSeconds((long) Math.ceil(tooMany * seconds()));
    }

    void failed(String address) {
        jdbc.sql("""
                        insert into failing_address as a (address_hash, failures, measured_at, delete_on)
                        values (:address, 1, :now, :deleteOn)
                        on conflict (address_hash) do update set
                            failures = least(:most, 1 + greatest(0,
                                a.failures - extract(epoch from (cast(:now as timestamptz) - a.measured_at)) / :seconds)),
                            measured_at = greatest(cast(:now as timestamptz), a.measured_at), delete_on = :deleteOn
                        """)
                .param("address", FailedSignIns.hash(address))
                .param("now", Timestamp.from(clock.instant()))
                .param("most", settings.failuresPerAddress())
                .param("seconds", seconds())
                .param("deleteOn", LocalDate.now(clock).plusDays(DAYS_KEPT))
                .update();
    }

    private double left(double failures, Instant measured) {
        return Math.max(
                0, failures - Duration.between(measured, clock.instant()).toMillis() / 1000d / seconds());
    }

    private double seconds() {
        return settings.secondsPerFailure();
    }
}
