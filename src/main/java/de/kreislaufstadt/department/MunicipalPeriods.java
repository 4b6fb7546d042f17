package de.kreislaufstadt.department;

import de.kreislaufstadt.process.RetentionPeriods;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long personal data is kept: the settings {@code kreislaufstadt.retention.<kind>} of the installation, and what a
 * municipality has set instead (rows of {@code municipality_setting} of the kind {@code RETENTION}).
 */
@Component
class MunicipalPeriods implements RetentionPeriods {

    /** Another node may have applied a newer file. */
    private static final Duration AGE_LIMIT = Duration.ofMinutes(5);

    private final Environment environment;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Copy> copies = new ConcurrentHashMap<>();

    MunicipalPeriods(Environment environment, JdbcClient jdbc, Clock clock) {
        this.environment = environment;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Period of(String municipality, String kind) {
        Period usual = environment.getProperty("kreislaufstadt.retention." + kind, Period.class);
        if (usual == null) {
            throw new IllegalArgumentException("No period for " + kind);
        }
        return own(municipality).getOrDefault(kind, usual);
    }

    private Map<String, Period> own(String municipality) {
        Instant now = clock.instant();
        Copy copy = copies.get(municipality);
        if (copy == null || Duration.between(copy.readAt(), now).abs().compareTo(AGE_LIMIT) > 0) {
            copy = new Copy(read(municipality), now);
            copies.put(municipality, copy);
        }
        return copy.periods();
    }

    private Map<String, Period> read(String municipality) {
        Map<String, Period> periods = new HashMap<>();
        jdbc.sql("select name, value from municipality_setting"
                        + " where municipality_id = :municipality and kind = 'RETENTION'")
                .param("municipality", municipality)
                .query(row -> {
                    periods.put(row.getString("name"), Period.parse(row.getString("value")));
                });
        return periods;
    }

    /** The next question reads the database. */
    void forget() {
        copies.clear();
    }

    private record Copy(Map<String, Period> periods, Instant readAt) {}
}
