package de.kreislaufstadt.implementation;

import de.kreislaufstadt.publication.PublicPart;
import de.kreislaufstadt.released.ReleasedParts.Milestone;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Of implementation the public reads how far the work packages are, by their milestones where they have some, and what came of a
 * project once its closure is confirmed; neither who works on it nor what it has cost so far.
 */
@Repository
class ProgressInPublic implements PublicPart {

    private final JdbcClient jdbc;

    ProgressInPublic(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Content of(String municipality, UUID measureId) {
        List<Progress> progress = jdbc.sql("""
                        select p.id, p.kind,
                               (select c.public_summary from project_closure c
                                join project_closure_review r on r.municipality_id = c.municipality_id and r.closure_id = c.id
                                where c.municipality_id = p.municipality_id and c.project_id = p.id and r.result = 'CONFIRM'
                                order by c.version desc limit 1) as result
                        from implementation_project p
                        where p.municipality_id = :municipality and p.measure_id = :measure
                        order by p.created_at, p.id
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query((row, i) -> new Progress(
                        "MEASURE".equals(row.getString("kind")) ? null : row.getObject("id", UUID.class),
                        milestones(municipality, row.getObject("id", UUID.class)),
                        row.getString("result")))
                .list();
        return new Content(null, null, progress, null, null);
    }

    private List<Milestone> milestones(String municipality, UUID project) {
        return jdbc.sql("""
                        select coalesce(milestone, title) as title, ends_on, status, progress from work_package
                        where municipality_id = :municipality and project_id = :project
                        order by ends_on, position
                        """)
                .param("municipality", municipality)
                .param("project", project)
                .query((row, i) -> new Milestone(
                        row.getString("title"),
                        row.getObject("ends_on", LocalDate.class),
                        row.getString("status"),
                        row.getInt("progress")))
                .list();
    }
}
