package de.kreislaufstadt.guest;

import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Workshops whose agenda waits for the moderation, of measures of their own. */
final class WorkshopsOfCities {

    static final String MODERATION = "agree-agenda";

    private final Office office;
    private final JdbcClient jdbc;
    private final Map<UUID, Task> tasks = new HashMap<>();
    private final Map<UUID, Measure> measures = new HashMap<>();
    private final List<String> instances = new ArrayList<>();

    WorkshopsOfCities(Office office, JdbcClient jdbc) {
        this.office = office;
        this.jdbc = jdbc;
        if (jdbc.sql("select count(*) from field_of_action where municipality_id = :city")
                        .param("city", Office.MUNICIPALITY)
                        .query(Integer.class)
                        .single()
                == 0) {
            // They are written with the first proposal.
            office.as("wfm-sachbearbeitung").proposes();
        }
    }

    /** @return id of the task that waits */
    String taskOf(UUID workshop) {
        return tasks.get(workshop).getId();
    }

    /** @return number of the measure whose only workshop it is */
    String measureOf(UUID workshop) {
        return measures.get(workshop).number();
    }

    void end() {
        instances.stream()
                .filter(instance -> office.runtime()
                                .createProcessInstanceQuery()
                                .processInstanceId(instance)
                                .count()
                        > 0)
                .forEach(instance -> office.runtime().deleteProcessInstance(instance, "test is over"));
    }

    private record Measure(String city, UUID id, String lead, String number) {}

    /** Has the moderation asked once more. @return id of the task that waits now */
    String again(UUID workshop) {
        Measure measure = measures.get(workshop);
        String instance = office.startedAt(
                measure.city(),
                "workshops",
                measure.number(),
                MODERATION,
                Map.of(
                        "measureId",
                        measure.id().toString(),
                        "lead",
                        measure.lead(),
                        "workshopId",
                        workshop.toString()));
        instances.add(instance);
        tasks.put(
                workshop,
                office.tasks().createTaskQuery().processInstanceId(instance).singleResult());
        return taskOf(workshop);
    }

    /** @return a new workshop of the city */
    UUID in(String city) {
        UUID measure = UUID.randomUUID();
        UUID workshop = UUID.randomUUID();
        String lead = city.equals(Office.MUNICIPALITY) ? "wfm" : "klima";
        String number = "XT-" + (10_000 + Math.floorMod(measure.hashCode(), 90_000));
        jdbc.sql("insert into measure (id, municipality_id, number, lead, state, created_by)"
                        + " values (:id, :city, :number, :lead, 'WORKSHOPS', 'probe')")
                .param("id", measure)
                .param("city", city)
                .param("number", number)
                .param("lead", lead)
                .update();
        jdbc.sql("insert into field_of_action (municipality_id, code, label, prefix, position)"
                        + " values (:city, 'PROBE', 'Probe', 'XP', 1) on conflict do nothing")
                .param("city", OtherCity.ID)
                .update();
        String field = jdbc.sql("select min(code) from field_of_action where municipality_id = :city")
                .param("city", city)
                .query(String.class)
                .single();
        jdbc.sql("""
                        insert into measure_version (id, municipality_id, measure_id, version, lead, title, summary,
                            description, field_of_action, circular_fields, type, levers, r_strategies, spatial_scope,
                            responsible_body, begins_on, budget_relation, source_document, source_as_of, created_by)
                        values (:id, :city, :measure, 1, :lead, 'Probe', 'Kurz', 'Lang', :field, '{OTHER}', 'OTHER',
                            '{LEARNING}', '{R2}', 'CITY', 'Stadt', '2026-01-01', 'NONE', 'Quelle', '2026-01-01', 'probe')
                        """)
                .param("id", UUID.randomUUID())
                .param("field", field)
                .param("city", city)
                .param("measure", measure)
                .param("lead", lead)
                .update();
        jdbc.sql("""
                        insert into workshop (id, municipality_id, measure_id, number, state, title, kind, aim, questions,
                            workshop_date, begins_at, ends_at, place, accessibility, moderation, min_participants,
                            target_participants, max_participants, registration_until, privacy_notice)
                        values (:id, :city, :measure, 1, 'PREPARED', 'Probe', 'MIXED', 'Ziel', 'Fragen', '2031-05-06',
                            '09:00', '16:00', 'Rathaus', 'stufenlos', 'Institut', 5, 10, 20, '2031-04-01', 'Hinweis')
                        """)
                .param("id", workshop)
                .param("city", city)
                .param("measure", measure)
                .update();
        measures.put(workshop, new Measure(city, measure, lead, number));
        again(workshop);
        return workshop;
    }
}
