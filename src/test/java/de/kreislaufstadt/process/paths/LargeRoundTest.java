package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A reporting round of more measures than one job asks. */
class LargeRoundTest extends RoundPaths {

    @Test
    void manyMeasuresAreAskedAPortionAtATime() {
        String model = implemented();
        int many = 60;
        String[] numbers =
                IntStream.range(10_000, 10_000 + many).mapToObj(i -> "ZZ-" + i).toArray(String[]::new);
        copies(model, numbers);
        try {
            String key = browser(UNIT)
                    .post(ROUNDS, round(anyBegin(), numbers).toString())
                    .json()
                    .path("key")
                    .asText();
            assertThat(browser(UNIT)
                            .post(ROUNDS + "/" + key + "/close", "{\"reason\": \"Zu früh.\"}")
                            .status())
                    .as("tasks are still being given out")
                    .isEqualTo(409);
            assertThat(runs(key, "open-reports")).as("portions").isEqualTo(2);
            assertThat(page(key).path("missingCount").asInt()).isEqualTo(many);
            browser(UNIT).post(ROUNDS + "/" + key + "/close", "{\"reason\": \"Probe.\"}");
            assertThat(runs(key, "withdraw-missing-reports")).isEqualTo(2);
            assertThat(office.openTasks(numbers[many - 1])).isEmpty();
            browser(UNIT).send("PUT", ROUNDS + "/" + key + "/paper", paper().toString());
            browser(HEAD).post(ROUNDS + "/" + key + "/release", "{}");
            assertThat(runs(key, "freeze-reports")).isEqualTo(2);
            assertThat(stateOf(key)).isEqualTo("FROZEN");
        } finally {
            office.jdbc()
                    .sql("update measure set state = 'CANCELLED', state_reason = 'Probe' where number in (:numbers)")
                    .param("numbers", List.of(numbers))
                    .update();
        }
    }

    /** Measures that only have a record, as if their processes ran elsewhere. */
    private void copies(String model, String... numbers) {
        for (String number : numbers) {
            office.jdbc()
                    .sql("""
                            with model as (select * from measure where number = :model and municipality_id = 'muenster'),
                            copy as (insert into measure (id, municipality_id, number, lead, state, created_by)
                                     select gen_random_uuid(), municipality_id, :number, lead, 'IMPLEMENTATION', created_by
                                     from model returning id)
                            select id from copy
                            """)
                    .param("model", model)
                    .param("number", number)
                    .query(UUID.class)
                    .single();
        }
        office.jdbc()
                .sql("""
                        with model as (select v.* from measure_version v join measure m on m.id = v.measure_id
                                       where m.number = :model and m.municipality_id = 'muenster'),
                        versions as (
                            insert into measure_version
                            select gen_random_uuid(), v.municipality_id, m.id, v.version, v.lead, v.external_id, v.title,
                                   v.short_title, v.summary, v.description, v.field_of_action, v.field_of_action_original,
                                   v.circular_fields, v.type, v.type_original, v.levers, v.outcome, v.r_strategies,
                                   v.spatial_scope, v.spatial_text, v.responsible_body, v.begins_on, v.ends_on,
                                   v.planned_until, v.planned_until_precision, v.budget_relation, v.cost_group,
                                   v.source_document, v.source_place, v.source_as_of, v.source_url, v.created_by, now()
                            from model v, measure m where m.number in (:numbers) and m.municipality_id = 'muenster'
                            returning id, municipality_id)
                        insert into reported_value
                            (id, municipality_id, owner_id, field, status, number, range_from, range_to, operator, unit,
                             base_year, target_year, cumulative, text, reference, source, as_of)
                        select gen_random_uuid(), n.municipality_id, n.id, r.field, r.status, r.number, r.range_from,
                               r.range_to, r.operator, r.unit, r.base_year, r.target_year, r.cumulative, r.text, r.reference,
                               r.source, r.as_of
                        from versions n, model v join reported_value r on r.owner_id = v.id
                        """)
                .param("model", model)
                .param("numbers", List.of(numbers))
                .update();
    }
}
