package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Actor;
import de.kreislaufstadt.process.MeasureDirectory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
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
        assertThat(measure.circularFields()).containsExactly(CircularField.BUILDING);
        assertThat(desk.one("select count(*) from reported_value")).isEqualTo(4L);
        desk.proposes(MeasureDesk.WFM, data -> outline(data).put("fieldOfAction", "BUILDING"));
        assertThat(desk.number).isEqualTo("BS-01");
    }

    @Test
    void only_an_own_department_can_lead() {
        assertThat(refusedProposal(data -> data.put("lead", "umwelt"))).containsExactly("lead");
        assertThat(refusedProposal(data -> ((ObjectNode) data.get("responsibility"))
                        .putArray("contributing")
                        .add("wfm")))
                .containsExactly("responsibility.contributing");
    }

    @Test
    void names_every_contradiction_of_the_record_at_its_field() {
        assertThat(refusedProposal(data -> {
                    ((ObjectNode) data.get("schedule")).put("end", "2024-12-31").put("plannedUntil", "31.02.2026");
                    ((ObjectNode) data.get("cost")).put("status", "RANGE").remove(List.of("value", "operator"));
                    ((ObjectNode) data.get("cost")).put("from", 20).put("to", 10);
                    ((ObjectNode) data.get("finance"))
                            .putArray("plan")
                            .addObject()
                            .put("amount", 10000);
                    data.putArray("indicators")
                            .addObject()
                            .put("name", "Netzwerk")
                            .put("kind", "QUALITATIVE")
                            .put("goal", 3);
                }))
                .containsExactly(
                        "finance.plan[0].year",
                        "indicators[0].goal",
                        "schedule.end",
                        "schedule.plannedUntil",
                        "cost.to");
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
    void goes_back_for_rework_with_its_reasons_and_returns_as_a_new_version() {
        desk.proposes();
        desk.completes(CLIMATE, "review-proposal", data -> {
            data.removeAll();
            data.put("result", "REWORK").put("note", "Der *Zeitplan* fehlt.");
        });
        ObjectNode form = desk.opens("rework-proposal");
        assertThat(form.get("request").asText()).contains("Der \\*Zeitplan\\* fehlt");
        assertThat(form.at("/outline/title").asText()).isEqualTo("Wiederverwendung von Bauteilen");
        assertThat(form.has("source")).isFalse();
        desk.completes(CLERK, "rework-proposal");
        assertThat(desk.completes(CLIMATE, "review-proposal").values())
                .containsEntry("reviewResult", "FORWARD")
                .containsEntry("body", "HEAD");
        assertThat(state()).isEqualTo(MeasureState.UNDER_REVIEW);
        assertThat(desk.one("select count(*) from measure_version")).isEqualTo(2L);
        assertThat(refused(CLIMATE, "review-proposal", data -> {
                    data.removeAll();
                    data.put("result", "REWORK");
                }))
                .containsExactly("note");
    }

    @Test
    void an_approval_names_the_phases() {
        desk.proposes();
        desk.completes(CLIMATE, "review-proposal");
        assertThat(refused("wfm-leitung", "decide-measure", data -> data.putArray("phases")))
                .containsExactly("phases");
        Map<String, Object> routing = desk.completes(
                        "wfm-leitung",
                        "decide-measure",
                        data -> data.putArray("phases").add("WORKSHOPS").add("IMPLEMENTATION"))
                .values();
        assertThat(routing)
                .containsEntry("decision", "APPROVE")
                .containsEntry("needsKnowledge", false)
                .containsEntry("needsSurvey", false)
                .containsEntry("needsWorkshops", true)
                .containsEntry("needsStarterProjects", false)
                .containsEntry("needsImplementation", true);
        assertThat(state()).isEqualTo(MeasureState.DECIDED);
    }

    @Test
    void a_paper_number_belongs_to_the_council_and_has_the_citys_pattern() {
        desk.proposes();
        desk.completes(CLIMATE, "review-proposal");
        assertThat(refused("wfm-leitung", "decide-measure", data -> data.put("paperNumber", "V/0573/2024")))
                .containsExactly("paperNumber");
        desk.completes(CLIMATE, "review-proposal", data -> data.put("body", "COUNCIL"));
        assertThat(refused("ratsservice-sachbearbeitung", "decide-measure", data -> data.put("paperNumber", "573/24")))
                .containsExactly("paperNumber");
        assertThat(refused(
                        "ratsservice-sachbearbeitung", "decide-measure", data -> data.put("decidedOn", "2026-03-03")))
                .containsExactly("decidedOn");
        desk.completes("ratsservice-sachbearbeitung", "decide-measure", data -> data.put("paperNumber", "V/0573/2024"));
        assertThat(desk.one("select paper_number from measure_decision")).isEqualTo("V/0573/2024");
    }

    @Test
    void a_rejection_is_kept_with_its_reason() {
        desk.proposes();
        desk.completes(CLIMATE, "review-proposal");
        assertThat(refused(
                        "wfm-leitung",
                        "decide-measure",
                        data -> data.put("result", "REJECT").remove("phases")))
                .containsExactly("reason");
        desk.completes(
                "wfm-leitung",
                "decide-measure",
                data -> data.put("result", "REJECT")
                        .put("reason", "Kein Personal bis 2027.")
                        .remove("phases"));
        desk.bean(MeasureDirectory.class).enter(desk.scope("end", null), "REJECTED");
        assertThat(state()).isEqualTo(MeasureState.REJECTED);
        assertThat(details()).containsEntry("stateReason", "Kein Personal bis 2027.");
    }

    @Test
    void a_deferral_names_a_day_to_come() {
        desk.proposes();
        desk.completes(CLIMATE, "review-proposal");
        Consumer<ObjectNode> deferred = data -> data.put("result", "DEFER")
                .put("reason", "Förderbescheid steht aus.")
                .remove("phases");
        assertThat(refused(
                        "wfm-leitung",
                        "decide-measure",
                        deferred.andThen(data -> data.put("deferredUntil", "2026-03-02"))))
                .containsExactly("deferredUntil");
        assertThat(desk.completes(
                                "wfm-leitung",
                                "decide-measure",
                                deferred.andThen(data -> data.put("deferredUntil", "2026-09-01")))
                        .values())
                .containsEntry("deferredUntil", "2026-09-01");
    }

    @Test
    void states_that_need_a_reason_are_not_entered_without() {
        desk.proposes();
        MeasureDirectory directory = desk.bean(MeasureDirectory.class);
        assertThatThrownBy(() -> directory.enter(desk.scope("end", null), "CANCELLED"))
                .isInstanceOf(IllegalStateException.class);
        desk.bean(Measures.class).explain(MeasureDesk.CITY, desk.measure, "Förderprogramm eingestellt");
        directory.enter(desk.scope("end", null), "CANCELLED");
        directory.enter(desk.scope("end", null), "CANCELLED");
        assertThat(desk.one("select count(*) from measure_state_change where to_state = 'CANCELLED'"))
                .isEqualTo(1L);
    }

    @Test
    void a_change_adds_a_version_and_overwrites_nothing() {
        desk.proposes();
        ObjectNode unchanged = desk.opens("change-details");
        unchanged.set("source", desk.valid("change-details").get("source"));
        assertThat(refused(CLERK, "change-details", data -> data.removeAll().setAll(unchanged)))
                .containsExactly("");
        desk.completes(CLERK, "change-details");
        List<Version> versions = desk.bean(VersionReader.class).all(MeasureDesk.CITY, desk.measure);
        assertThat(versions).extracting(Version::version).containsExactly(1, 2);
        assertThat(versions.get(0).record().responsibility().responsibleBody()).isEqualTo("Stadtverwaltung Münster");
        assertThat(versions.get(1).source().document()).isEqualTo("Vermerk der Federführung");
        assertThat(versions.get(1).record().schedule().plannedUntil().text()).isEqualTo("12/2028");
        assertThat(versions.get(1).createdBy()).isEqualTo(CLERK);
        assertThat(refused(
                        CLERK, "change-details", data -> ((ObjectNode) data.get("source")).put("asOf", "2026-03-03")))
                .containsExactly("source.asOf");
    }

    @Test
    void an_evaluation_is_released_by_somebody_else_and_the_archive_answers() {
        desk.proposes();
        desk.completes(CLERK, "change-details");
        assertThat(desk.opens("evaluate-measure").at("/goals/0/goal").asText()).isEqualTo("Wiederverwendete Bauteile");
        assertThat(refused(CLERK, "evaluate-measure", data -> data.putArray("goals")))
                .containsExactly("goals");
        desk.completes(CLERK, "evaluate-measure");
        assertThat(refused(CLERK, "release-evaluation", data -> {})).containsExactly("result");
        desk.completes(
                CLIMATE,
                "release-evaluation",
                data -> data.put("result", "RETURN").put("note", "Bitte Zahlen belegen."));
        assertThat(desk.opens("evaluate-measure").get("request").asText()).contains("Bitte Zahlen belegen");
        desk.completes(CLERK, "evaluate-measure");
        assertThat(desk.opens("release-evaluation").get("evaluation").asText()).contains("Teilweise erreicht");
        assertThat(desk.completes(CLIMATE, "release-evaluation").values()).containsEntry("releaseResult", "RELEASE");
        assertThat(refused(CLERK, "offer-to-archive", data -> data.put("answeredOn", "2025-01-19")))
                .containsExactly("answeredOn");
        desk.completes(CLERK, "offer-to-archive");
        assertThat(desk.one("select reference from measure_archive_offer")).isEqualTo("Abgabe 12");
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

    private List<String> roleOf(String department) {
        return desk.bean(MeasureDirectory.class).visibleTo(MeasureDesk.CITY, List.of(department)).stream()
                .map(MeasureDirectory.Row::role)
                .toList();
    }

    private MeasureState state() {
        return desk.bean(Measures.class).find(MeasureDesk.CITY, desk.measure).state();
    }

    private Map<String, Object> details() {
        return desk.bean(MeasureDirectory.class)
                .details(MeasureDesk.CITY, desk.number)
                .orElseThrow();
    }

    private List<String> refusedProposal(Consumer<ObjectNode> change) {
        return fields(catchThrowableOfType(FormRefused.class, () -> desk.proposes(MeasureDesk.WFM, change)));
    }

    private List<String> refused(String actor, String task, Consumer<ObjectNode> change) {
        return fields(catchThrowableOfType(FormRefused.class, () -> desk.completes(actor, task, change)));
    }

    private static List<String> fields(FormRefused refused) {
        return refused.problems().stream().map(FieldProblem::field).toList();
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
