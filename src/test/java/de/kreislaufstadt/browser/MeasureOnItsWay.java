package de.kreislaufstadt.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.journey.Desk;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.Injections;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One measure whose departments work over REST, to bring it quickly to the step that a browser test is about. */
final class MeasureOnItsWay {

    /** The application's job executor looks for due timers every ten seconds at the latest. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Workplace workplace;
    private final String number;

    private final Map<String, JsonNode> entered = new HashMap<>();

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final boolean dangerous;
    private String round;

    private MeasureOnItsWay(Workplace workplace, String number, boolean dangerous) {
        this.workplace = workplace;
        this.number = number;
        this.dangerous = dangerous;
    }

    /** A measure that the economic development agency has just proposed. */
    static MeasureOnItsWay proposed(Workplace workplace) {
        return proposed(workplace, false);
    }

    /** @param dangerous whether everybody writes dangerous texts into every field from now on */
    static MeasureOnItsWay proposed(Workplace workplace, boolean dangerous) {
        JsonNode form = dangerous
                ? Examples.dangerous("propose-measure", Examples.of("propose-measure-full"))
                : Examples.of("propose-measure");
        Answer answer = workplace.desk("wfm").proposes(form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        MeasureOnItsWay measure =
                new MeasureOnItsWay(workplace, answer.json().path("businessKey").asText(), dangerous);
        measure.entered.put("propose-measure", form);
        return measure;
    }

    /** A measure that the climate unit has sent back: the economic development agency has it on its desk. */
    static MeasureOnItsWay sentBack(Workplace workplace) {
        return proposed(workplace)
                .does(
                        "klima",
                        "review-proposal",
                        Examples.of(
                                "review-proposal",
                                form -> form.put("result", "REWORK")
                                        .put("note", "Bitte kürzer")
                                        .remove("body")));
    }

    /** A measure whose departments have answered the survey: its stakeholders are the next thing to be looked at. */
    static MeasureOnItsWay atTheStakeholderAnalysis(Workplace workplace) {
        return atTheSurvey(workplace, "umwelt").does("umwelt", "answer-survey");
    }

    /** A measure about which one department is being asked. */
    static MeasureOnItsWay atTheSurvey(Workplace workplace, String department) {
        return proposed(workplace)
                .does("klima", "review-proposal")
                .does(
                        "wfm-head",
                        "decide-measure",
                        Examples.of(
                                "decide-measure",
                                form -> form.putArray("phases").add("STATUS_QUO")))
                .does(
                        "wfm",
                        "prepare-survey",
                        Examples.of(
                                "prepare-survey",
                                form -> form.putArray("departments").add(department)));
    }

    /** A measure that was approved with its workshops as the first phase. */
    static MeasureOnItsWay atTheWorkshops(Workplace workplace) {
        return approved(workplace, "WORKSHOPS");
    }

    /** A measure that was approved with one phase. */
    static MeasureOnItsWay approved(Workplace workplace, String phase) {
        return proposed(workplace)
                .does("klima", "review-proposal")
                .does(
                        "wfm-head",
                        "decide-measure",
                        Examples.of(
                                "decide-measure",
                                form -> form.putArray("phases").add(phase)));
    }

    /** @return what was entered last into a form of this kind */
    JsonNode entered(String form) {
        return entered.get(form);
    }

    /** @return e.g. {@code WW-01} */
    String number() {
        return number;
    }

    MeasureOnItsWay does(String place, String task) {
        return does(place, task, Examples.of(task));
    }

    /** Completes the oldest open task of this kind, as soon as there is one. */
    MeasureOnItsWay does(String place, String task, JsonNode given) {
        JsonNode form = written(task, given);
        complete(place, open(place, task).get(0), form, given);
        entered.put(task, form);
        return this;
    }

    /** Completes all tasks of this kind that the place has, as soon as there are as many. */
    MeasureOnItsWay doesEach(int times, String place, String task, JsonNode given) {
        JsonNode form = written(task, given);
        await("%d times %s for %s".formatted(times, task, place))
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> open(place, task).size() == times);
        open(place, task).forEach(id -> complete(place, id, form, given));
        entered.put(task, form);
        return this;
    }

    /** Waits for a task and takes it over. @return its id */
    String claims(String place, String task) {
        String id = open(place, task).get(0);
        Answer answer = workplace.desk(place).claims(id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        return id;
    }

    /** Lets the day of a timer come. */
    MeasureOnItsWay dateArrives(String event) {
        workplace.city().dateArrives(number, event);
        return this;
    }

    /** Lets a task have been overdue for so long that its head is asked. */
    MeasureOnItsWay escalates(String task) {
        workplace.city().escalates(number, task);
        return this;
    }

    /** Lets the day have come until which the task was put off. */
    MeasureOnItsWay followUpArrives(String task) {
        workplace.city().followUpArrives(number, task);
        return this;
    }

    /** The climate unit opens a reporting round for this measure alone. */
    MeasureOnItsWay isReportedOn() {
        round = workplace.city().opensRound(number);
        return this;
    }

    /** The climate unit begins its publication. */
    MeasureOnItsWay isToBePublished() {
        workplace.city().beginsPublication(number);
        return this;
    }

    /** Somebody asks on its public page. */
    MeasureOnItsWay isAsked() {
        String text = "Nimmt das Lager auch Türen und Fenster an, und muss man sie selbst bringen?";
        workplace
                .city()
                .isAsked(
                        number,
                        dangerous ? text + " " + String.join(" ", Injections.TEXTS) : text,
                        "wer.fragt@example.org");
        return this;
    }

    /** The lead calls the measure at risk. */
    MeasureOnItsWay reportsAtRisk() {
        return does(
                "wfm",
                "report-status",
                Examples.of(
                        "report-status",
                        form -> form.put("asOf", LocalDate.now(BERLIN).toString())
                                .put("assessment", "AT_RISK")
                                .put("reason", "Das Lager ist noch nicht gemietet.")));
    }

    MeasureOnItsWay roundIsReleased() {
        workplace.city().releasesRound(round, "V/0573/2026");
        return this;
    }

    MeasureOnItsWay isCorrected() {
        workplace.city().asksForCorrection(round, number);
        return this;
    }

    private JsonNode written(String task, JsonNode form) {
        return dangerous ? Examples.dangerous(task, form) : form;
    }

    private List<String> open(String place, String task) {
        Desk desk = workplace.desk(place);
        return await("%s of %s for %s".formatted(task, number, place))
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> desk.open(number, task), ids -> !ids.isEmpty());
    }

    private void complete(String place, String id, JsonNode form, JsonNode given) {
        Answer answer = workplace.desk(place).completes(Desk.Way.COMPLETE, id, form);
        if (dangerous && answer.status() == 400) {
            answer.json()
                    .path("errors")
                    .forEach(error ->
                            Examples.leaveEmpty(form, given, error.path("field").asText()));
            answer = workplace.desk(place).completes(Desk.Way.COMPLETE, id, form);
        }
        assertThat(answer.status())
                .as("%s of %s: %s", id, number, answer.body())
                .isEqualTo(204);
    }
}
