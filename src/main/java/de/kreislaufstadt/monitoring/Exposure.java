package de.kreislaufstadt.monitoring;

import de.kreislaufstadt.form.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** How a measure stands with the public, as the portfolio tells it and is filtered by it. */
enum Exposure {
    PUBLIC("u.version > 0"),
    WITHDRAWN("u.withdrawn"),
    RELEASE("u.waits_for = 'RELEASE'"),
    PREPARATION("u.waits_for = 'PREPARATION'"),
    HELD("u.version = 0 and u.waits_for is null and u.held_reason is not null"),
    NONE(null);

    private static final String OF_MEASURE = "u.municipality_id = p.municipality_id and u.measure_id = p.measure_id";

    /**
     * Looked up for the rows of a page, after they are sorted and cut: a join would be made for all measures.
     *
     * @see #read
     */
    static final String COLUMN = """
            (select concat_ws(' ',
                              case when u.version > 0 then 'PUBLIC' when u.withdrawn then 'WITHDRAWN'
                                   when u.waits_for is not null then u.waits_for when u.held_reason is not null then 'HELD'
                                   else 'NONE' end,
                              u.version, u.waits_for is not null,
                              (r.first_released_at at time zone 'Europe/Berlin')::date)
             from publication u
             left join released_measure r on r.municipality_id = u.municipality_id and r.measure_id = u.measure_id
             where %s) as exposure""".formatted(OF_MEASURE);

    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final String condition;

    Exposure(String condition) {
        this.condition = condition;
    }

    /**
     * What a row of the portfolio has.
     *
     * @param version number of the public version; 0 where none is
     * @param since day of the first release; null where there was none
     * @param waits whether another version is on its way
     */
    record Shown(Exposure state, int version, LocalDate since, boolean waits) {

        String text(Texts texts) {
            String stands = state == PUBLIC
                    ? texts.get("monitoring.exposure.since", GERMAN.format(since), version)
                    : texts.name("monitoring.exposure", state);
            return waits && (state == PUBLIC || state == WITHDRAWN)
                    ? texts.get("monitoring.exposure.waits", stands)
                    : stands;
        }
    }

    /** @return condition on a measure {@code p} of the portfolio */
    String filter() {
        return condition == null
                ? "not exists (select from publication u where " + OF_MEASURE
                        + " and (u.version > 0 or u.withdrawn or u.waits_for is not null or u.held_reason is not null))"
                : "exists (select from publication u where " + OF_MEASURE + " and " + condition + ")";
    }

    /** @param column what {@link #COLUMN} gives; null for a measure that nobody has thought of publishing */
    static Shown read(String column) {
        if (column == null) {
            return new Shown(NONE, 0, null, false);
        }
        String[] parts = column.split(" ");
        return new Shown(
                valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                parts.length > 3 ? LocalDate.parse(parts[3]) : null,
                "t".equals(parts[2]));
    }
}
