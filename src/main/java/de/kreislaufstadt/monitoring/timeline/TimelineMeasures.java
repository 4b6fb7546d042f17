package de.kreislaufstadt.monitoring.timeline;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.rights.Role;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which measures a page of timelines shows: found and counted in the projection, so that only those of the page are read. */
@Component
class TimelineMeasures {

    private static final String FITTING = """
            from monitored_measure p
            where p.municipality_id = :municipality and (:everywhere or p.measure_id = any(:visible))
              and (:state = '' or p.state = :state) and (:words = '' or position(:words in p.search) > 0)
              and (:number = '' or p.number = :number)
            """;

    private final JdbcClient jdbc;
    private final MeasureDirectory measures;
    private final DepartmentDirectory departments;
    private final Texts states = Texts.of("measure");

    TimelineMeasures(JdbcClient jdbc, MeasureDirectory measures, DepartmentDirectory departments) {
        this.jdbc = jdbc;
        this.measures = measures;
        this.departments = departments;
    }

    /** @param lead key of the department */
    record Shown(UUID id, String number, String title, String state, String stateLabel, String lead) {}

    /** @param total how many fit, on all pages */
    record Found(int total, List<Shown> shown) {}

    /**
     * What is asked for.
     *
     * @param words part of a number or title; empty for all
     * @param state only measures in this state; empty for all
     * @param number of one measure; empty for all
     */
    private record Wish(String words, String state, String number) {}

    /**
     * Some of the measures that the person may read, by number.
     *
     * @param before so many that fit come before the first that is shown
     * @param most so many are shown at most
     */
    Found some(Login who, String words, String state, long before, int most) {
        return found(who, new Wish(words.strip().toLowerCase(Locale.GERMAN), state, ""), before, most);
    }

    /** @return the measure with the number; none if the person may not read it */
    List<Shown> one(Login who, String number) {
        return found(who, new Wish("", "", number), 0, 1).shown();
    }

    private Found found(Login who, Wish wish, long before, int most) {
        String municipality = who.tenants().get(0);
        boolean everywhere = Role.of(who.groups(), who.tenants()).stream().anyMatch(Role::looksEverywhere);
        UUID[] visible = everywhere
                ? new UUID[0]
                : measures.visibleTo(municipality, departments.departmentsOf(municipality, who.groups())).stream()
                        .map(MeasureDirectory.Row::id)
                        .toArray(UUID[]::new);
        int total = asked("select count(*) " + FITTING, municipality, everywhere, visible, wish)
                .query(Integer.class)
                .single();
        List<Shown> shown = asked(
                        "select p.measure_id, p.number, p.title, p.state, p.lead " + FITTING
                                + " order by p.number_order limit :most offset :before",
                        municipality,
                        everywhere,
                        visible,
                        wish)
                .param("most", most)
                .param("before", before)
                .query((row, i) -> new Shown(
                        row.getObject("measure_id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("state"),
                        states.get("measure.state." + row.getString("state")),
                        row.getString("lead")))
                .list();
        return new Found(total, shown);
    }

    private JdbcClient.StatementSpec asked(
            String sql, String municipality, boolean everywhere, UUID[] visible, Wish wish) {
        return jdbc.sql(sql)
                .param("municipality", municipality)
                .param("everywhere", everywhere)
                .param("visible", visible)
                .param("words", wish.words())
                .param("state", wish.state())
                .param("number", wish.number());
    }
}
