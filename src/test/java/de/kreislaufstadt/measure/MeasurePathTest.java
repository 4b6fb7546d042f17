package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.process.Actor;
import de.kreislaufstadt.process.MeasureDirectory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeasurePathTest {

    private static final String CLERK = "wfm-sachbearbeitung";
    private static final String CLIMATE = "klima-sachbearbeitung";

    private MeasureDesk desk;

    @BeforeEach
    void open() {
        desk = new MeasureDesk();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_proposal_gets_its_number_and_its_first_version() {
        Map<String, Object> routing = desk.proposes().outcome().values();
        assertThat(desk.number).isEqualTo("WW-01");
        assertThat(routing).containsOnlyKeys("measureId", "lead").containsEntry("lead", "wfm");
        Measure measure = desk.bean(Measures.class).find(MeasureDesk.CITY, desk.measure);
        assertThat(measure.state()).isEqualTo(MeasureState.PROPOSED);
        assertThat(measure.contributing()).containsExactly("immobilien", "umwelt");
        assertThat(measure.circularFields()).containsExactly(CircularField.OTHER);
        assertThat(desk.one("select count(*) from reported_value")).isEqualTo(4L);
        desk.proposes(MeasureDesk.WFM, data -> outline(data).put("fieldOfAction", "BUILDING"));
        assertThat(desk.number).isEqualTo("BS-01");
    }

    @Test
    void only_an_own_department_can_lead() {
        assertThat(desk.refusedProposal(data -> data.put("lead", "umwelt"))).containsExactly("lead");
        assertThat(desk.refusedProposal(data -> ((ObjectNode) data.get("responsibility"))
                        .putArray("contributing")
                        .add("wfm")))
                .containsExactly("responsibility.contributing");
    }

    @Test
    void names_every_contradiction_of_the_record_at_its_field() {
        assertThat(desk.refusedProposal(data -> {
                    ((ObjectNode) data.get("schedule")).put("end", "2024-12-31").put("plannedUntil", "31.02.2026");
                    ((ObjectNode) data.get("cost")).put("status", "RANGE").remove(List.of("value", "operator"));
                    ((ObjectNode) data.get("cost")).put("from", 20).put("to", 10);
                    data.putArray("indicators")
                            .addObject()
                            .put("name", "Netzwerk")
                            .put("kind", "QUALITATIVE")
                            .putArray("values")
                            .addObject()
                            .put("date", "2025-01-01")
                            .put("source", "Vermerk");
                }))
                .containsExactly("indicators[0].values[0].value", "schedule.end", "schedule.plannedUntil", "cost.to");
        assertThat(desk.refusedProposal(data -> {
                    ArrayNode plan = ((ObjectNode) data.get("finance")).putArray("plan");
                    plan.addObject().put("amount", 10000);
                    plan.addObject()
                            .put("amount", 10000)
                            .put("laterYears", true)
                            .put("year", 2030);
                    data.putArray("indicators")
                            .addObject()
                            .put("name", "Netzwerk")
                            .put("kind", "QUALITATIVE")
                            .put("goal", 3);
                }))
                .containsExactly("finance.plan[0].year", "finance.plan[1].year", "indicators[0].goal");
        assertThat(desk.one("select count(*) from measure")).isEqualTo(0L);
    }

    @Test
    void numbers_are_never_given_twice_and_leave_no_gap() throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(8);
        try {
            FieldOfAction field =
                    desk.bean(FieldsOfAction.class).of(MeasureDesk.CITY).get(0);
            Callable<String> proposal = () -> desk.transaction.execute(
                    status -> desk.bean(MeasureNumbers.class).next(MeasureDesk.CITY, field.prefix()));
            Callable<String> refused = () -> desk.transaction.execute(status -> {
                status.setRollbackOnly();
                return desk.bean(MeasureNumbers.class).next(MeasureDesk.CITY, field.prefix());
            });
            List<Future<String>> numbers = clerks.invokeAll(IntStream.range(0, 40)
                    .mapToObj(i -> i % 4 == 0 ? refused : proposal)
                    .toList());
            List<String> given = IntStream.range(0, 40)
                    .filter(i -> i % 4 != 0)
                    .mapToObj(i -> result(numbers.get(i)))
                    .sorted()
                    .toList();
            assertThat(given)
                    .isEqualTo(IntStream.rangeClosed(1, 30)
                            .mapToObj(i -> "%s-%02d".formatted(field.prefix(), i))
                            .toList());
        } finally {
            clerks.shutdown();
        }
    }

    @Test
    void a_change_adds_a_version_and_overwrites_nothing() {
        desk.proposes();
        ObjectNode unchanged = desk.opens("change-details");
        unchanged.set("source", desk.valid("change-details").get("source"));
        assertThat(desk.refused(
                        CLERK, "change-details", data -> data.removeAll().setAll(unchanged)))
                .containsExactly("");
        desk.completes(CLERK, "change-details");
        List<Version> versions = desk.bean(VersionReader.class).all(MeasureDesk.CITY, desk.measure);
        assertThat(versions).extracting(Version::version).containsExactly(1, 2);
        assertThat(versions.get(0).record().responsibility().responsibleBody()).isEqualTo("Stadtverwaltung Münster");
        assertThat(versions.get(1).source().document()).isEqualTo("Vermerk der Federführung");
        assertThat(versions.get(1).record().schedule().plannedUntil().text()).isEqualTo("12/2028");
        assertThat(versions.get(1).createdBy()).isEqualTo(CLERK);
        assertThat(desk.refused(
                        CLERK, "change-details", data -> ((ObjectNode) data.get("source")).put("asOf", "2026-03-03")))
                .containsExactly("source.asOf");
    }

    @Test
    void proposals_are_seen_by_those_who_work_on_them_and_decided_measures_by_all() {
        desk.proposes();
        assertThat(roleOf("wfm")).containsExactly("LEAD");
        assertThat(roleOf("umwelt")).containsExactly("CONTRIBUTING");
        assertThat(roleOf("klima")).containsExactly("READER");
        assertThat(roleOf("awm")).isEmpty();
        desk.completes(CLIMATE, "review-proposal");
        desk.completes("wfm-leitung", "decide-measure");
        assertThat(roleOf("awm")).containsExactly("READER");
        assertThat(desk.bean(MeasureDirectory.class).visibleTo("andere", List.of("wfm")))
                .isEmpty();
        assertThat(desk.bean(MeasureDirectory.class).visibleTo(MeasureDesk.CITY, List.of()))
                .isEmpty();
        assertThat(desk.bean(MeasureDirectory.class).details("andere", desk.number))
                .isEmpty();
    }

    @Test
    void another_municipality_counts_for_itself() {
        desk.proposes();
        Actor other = new Actor("andere", "amt-sachbearbeitung", List.of("amt"));
        desk.proposes(other, data -> data.put("lead", "amt"));
        assertThat(desk.number).isEqualTo("WW-01");
    }

    /** The one measure that there is, found among all and looked up by its number. */
    private List<String> roleOf(String department) {
        MeasureDirectory directory = desk.bean(MeasureDirectory.class);
        List<MeasureDirectory.Row> all = directory.visibleTo(MeasureDesk.CITY, List.of(department));
        assertThat(directory.visibleTo(MeasureDesk.CITY, desk.number, List.of(department), false).stream())
                .containsExactlyElementsOf(all);
        assertThat(all)
                .allSatisfy(
                        row -> assertThat(directory.visibleTo(MeasureDesk.CITY, row.id(), List.of(department), false))
                                .contains(row));
        assertThat(directory.visibleTo(MeasureDesk.CITY, (UUID) null, List.of(department), true))
                .isEmpty();
        assertThat(directory.visibleTo(MeasureDesk.CITY, "WW-99", List.of(department), true))
                .isEmpty();
        return all.stream().map(MeasureDirectory.Row::role).toList();
    }

    private static ObjectNode outline(ObjectNode data) {
        return (ObjectNode) data.get("outline");
    }

    private static String result(Future<String> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
