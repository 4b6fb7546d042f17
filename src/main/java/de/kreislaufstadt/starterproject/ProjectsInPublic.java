package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.publication.PublicPart;
import de.kreislaufstadt.released.ReleasedParts.Decision;
import de.kreislaufstadt.released.ReleasedParts.Project;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of the choice of starter projects the public reads what was decided by whom, and the projects that were adopted. */
@Repository
class ProjectsInPublic implements PublicPart {

    private final JdbcClient jdbc;

    ProjectsInPublic(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Content of(String municipality, UUID measureId) {
        return new Content(decisions(municipality, measureId), projects(municipality, measureId), null, null, null);
    }

    private List<Decision> decisions(String municipality, UUID measureId) {
        return jdbc.sql("""
                        select d.body_name, d.decided_on, case when d.preliminary then 'PRELIMINARY' else d.result end as result,
                               d.reason, d.paper_number,
                               array_remove(d.conditions || array(
                                   select c.text from decision_condition c
                                   where c.municipality_id = d.municipality_id and c.decision_id = d.id
                                   order by c.position), null) as conditions
                        from selection_decision d
                        where d.municipality_id = :municipality and d.measure_id = :measure
                        order by d.created_at, d.position
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query((row, i) -> new Decision(
                        "STARTER_PROJECTS",
                        row.getString("body_name"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("result"),
                        List.of(),
                        Arrays.asList((String[]) row.getArray("conditions").getArray()),
                        row.getString("reason"),
                        row.getString("paper_number"),
                        null))
                .list();
    }

    private List<Adopted> projects(String municipality, UUID measureId) {
        return jdbc.sql("""
                        select p.id, p.title, p.bearer, s.goal, s.field, s.agency_roles, s.starts_on, s.months, r.score,
                               (select c.reason from selection_choice c
                                join selection_decision d on d.municipality_id = c.municipality_id and d.proposal_id = c.proposal_id
                                where c.municipality_id = p.municipality_id and c.sketch_id = p.sketch_id and d.id = p.decision_id
                                  and c.choice <> c.recommendation) as deviation
                        from starter_project p
                        join project_sketch s on s.municipality_id = p.municipality_id and s.id = p.sketch_id
                        left join sketch_rating r on r.municipality_id = p.municipality_id and r.sketch_id = p.sketch_id
                        where p.municipality_id = :municipality and p.measure_id = :measure
                        order by p.created_at, p.title
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query((row, i) -> new Adopted(
                        row.getObject("id", UUID.class),
                        new Project(
                                row.getString("title"),
                                row.getString("goal"),
                                row.getString("field"),
                                row.getString("bearer"),
                                Arrays.asList(
                                        (String[]) row.getArray("agency_roles").getArray()),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("months", Integer.class),
                                row.getBigDecimal("score"),
                                row.getString("deviation"),
                                List.of(),
                                null)))
                .list();
    }
}
