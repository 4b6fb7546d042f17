package de.kreislaufstadt.monitoring;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.monitoring.Asked.Going;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.rights.Role;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the portfolio can be filtered by, in words. */
@Component
class PortfolioChoices {

    private static final List<String> PHASES = List.of(
            "PROPOSED",
            "UNDER_REVIEW",
            "DECIDED",
            "KNOWLEDGE",
            "STATUS_QUO",
            "WORKSHOPS",
            "STARTER_PROJECTS",
            "IMPLEMENTATION",
            "EVALUATION",
            "COMPLETED");

    private final JdbcClient jdbc;
    private final Texts texts = Texts.of("monitoring");
    private final Texts states = Texts.of("measure");

    PortfolioChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Values with their labels.
     *
     * @param maySteer whether the reader may step in at measures: managers at all, heads at those of their lead
     */
    record Choices(
            List<Option> municipalities,
            List<Option> fields,
            List<Option> departments,
            List<Option> phases,
            List<Option> states,
            List<Option> exposures,
            boolean maySteer) {}

    Choices of(Login who) {
        return new Choices(
                options(
                        "select id, name from municipality where id in (:municipalities) and kind = 'CITY' order by name",
                        who),
                options("""
                        select code, min(label) from field_of_action where municipality_id in (:municipalities)
                        group by code order by min(position), code
                        """, who),
                options("""
                        select d.key, min(d.name) from department d
                        join municipality m on m.id = d.municipality_id and m.kind = 'CITY'
                        where d.municipality_id in (:municipalities)
                        group by d.key order by min(d.name), d.key
                        """, who),
                PHASES.stream()
                        .map(phase -> new Option(phase, states.get("measure.state." + phase)))
                        .toList(),
                Arrays.stream(Going.values())
                        .map(going -> new Option(
                                going.name(),
                                going == Going.RUNNING
                                        ? texts.get("monitoring.running")
                                        : states.get("measure.state." + going.name())))
                        .toList(),
                Arrays.stream(Exposure.values())
                        .map(one -> new Option(one.name(), texts.name("monitoring.exposure", one)))
                        .toList(),
                Role.of(who.groups(), who.tenants()).stream()
                        .anyMatch(role -> role == Role.MANAGER || role == Role.HEAD));
    }

    private List<Option> options(String sql, Login who) {
        return who.tenants().isEmpty()
                ? List.of()
                : jdbc.sql(sql)
                        .param("municipalities", who.tenants())
                        .query((row, i) -> new Option(row.getString(1), row.getString(2)))
                        .list();
    }
}
