package de.kreislaufstadt.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.kreislaufstadt.support.CityDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The way of one measure through every user task there is. At each stop somebody who may opens the task; afterwards the
 * departments complete it over REST and go on to the next stop.
 */
final class MeasureTour {

    private static final HolidayManager GERMANY =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));
    private static final LocalDate TODAY = CityDay.today();

    private final Workplace workplace;
    private final MeasureOnItsWay measure;
    private final List<Stop> stops = new ArrayList<>();
    private OpenForm shown;
    private int reached = -1;
    private String stuck;

    MeasureTour(Workplace workplace) {
        this.workplace = workplace;
        // The pictures of the handbook show what people would write.
        this.measure = MeasureOnItsWay.proposed(workplace, !Boolean.getBoolean("handbook"));
        proposal();
        knowledge();
        survey();
        exchange();
        workshops();
        selection();
        implementation();
        completion();
    }

    /**
     * One user task.
     *
     * @param title as people read it
     * @param leave completes it, and whatever else lies before the next stop
     */
    record Stop(String place, String task, String title, Runnable leave) {}

    List<Stop> stops() {
        return List.copyOf(stops);
    }

    /** Goes on to a stop and opens its task. */
    OpenForm visit(Stop stop) {
        assertThat(stuck).as("stop that could not be left").isNull();
        int wanted = stops.indexOf(stop);
        while (reached < wanted) {
            leave();
        }
        String id = measure.claims(stop.place(), stop.task());
        shown = workplace.tasklist(stop.place()).opensTask(id);
        return shown;
    }

    /** @return e.g. {@code WW-01} */
    String number() {
        return measure.number();
    }

    /** @return what was entered last into a form of this kind */
    JsonNode entered(String form) {
        return measure.entered(form);
    }

    private void leave() {
        if (reached >= 0) {
            stuck = stops.get(reached).task();
            stops.get(reached).leave().run();
            stuck = null;
        }
        reached++;
    }

    private void stop(String place, String task, String title, Runnable leave) {
        stops.add(new Stop(place, task, title, leave));
    }

    /** A stop that the same place leaves with the example of its form. */
    private void stop(String place, String task, String title) {
        stop(place, task, title, () -> measure.does(place, task));
    }

    private void stop(String place, String task, String title, Consumer<ObjectNode> change) {
        stop(place, task, title, () -> measure.does(place, task, Examples.of(task, change)));
    }

    /** A stop in both workshops. */
    private void both(String place, String task, String title) {
        both(place, task, title, form -> {});
    }

    private void both(String place, String task, String title, Consumer<ObjectNode> change) {
        stop(place, task, title, () -> measure.doesEach(2, place, task, Examples.of(task, change)));
    }

    private void proposal() {
        stop(
                "klima",
                "review-proposal",
                "Vorschlag prüfen",
                () -> measure.does(
                                "klima",
                                "review-proposal",
                                Examples.of(
                                        "review-proposal",
                                        form -> form.put("result", "REWORK")
                                                .put("note", "Bitte ergänzen, bis wann die Umsetzung geplant ist.")
                                                .remove("body")))
                        .escalates("rework-proposal"));
        stop(
                "wfm-head",
                "clarify-overdue-task",
                "Überfällige Aufgabe klären",
                () -> measure.dateArrives("head-silent"));
        stop("klima", "clarify-for-head", "Überfällige Aufgabe anstelle der Leitung klären");
        stop(
                "wfm",
                "rework-proposal",
                "Vorschlag überarbeiten",
                () -> measure.does(
                                "wfm",
                                "rework-proposal",
                                Examples.of(
                                        "rework-proposal",
                                        form -> form.setAll(Examples.of("propose-measure-full", full -> {
                                            full.remove("lead");
                                            full.withObject("/schedule").put("begin", "2025-01-10");
                                        }))))
                        .does("klima", "review-proposal", Examples.of("review-proposal", form -> {
                            form.putArray("changes")
                                    .addObject()
                                    .put("number", 1)
                                    .put("accepted", true);
                            form.putArray("concerns").add("PUBLICATION");
                        })));
        stop(
                "klima",
                "co-sign",
                "Mitzeichnen",
                () -> measure.does("klima", "co-sign")
                        .does("immobilien", "co-sign")
                        .does("planung", "co-sign"));
        stop("wfm-head", "sign-finally", "Schlusszeichnung");
        stop(
                "wfm-head",
                "decide-measure",
                "Beschluss eintragen",
                () -> measure.does(
                        "wfm-head",
                        "decide-measure",
                        Examples.of(
                                "decide-measure",
                                form -> form.putArray("conditionItems")
                                        .addObject()
                                        .put("text", "Nach einem Jahr wird über die Wirkung berichtet.")
                                        .put("department", "umwelt")
                                        .put("due", "2099-01-30"))));
        stop(
                "umwelt",
                "meet-condition",
                "Auflage erfüllen",
                () -> measure.does("umwelt", "meet-condition")
                        .dateArrives("exchange-due")
                        .isToBePublished());
        stop("wfm", "prepare-publication", "Veröffentlichung vorbereiten");
        stop(
                "klima",
                "release-publication",
                "Veröffentlichung freigeben",
                () -> measure.does("klima", "release-publication").isAsked());
        stop("wfm", "answer-question", "Frage beantworten");
    }

    private void knowledge() {
        stop("wfm", "define-knowledge-goals", "Wissensziele festlegen");
        stop(
                "immobilien",
                "collect-knowledge",
                "Wissen erfassen",
                () -> measure.does("immobilien", "collect-knowledge").does("personal", "collect-knowledge"));
        stop("klima", "review-knowledge", "Wissensstand prüfen");
    }

    private void exchange() {
        stop(
                "umwelt",
                "report-activities",
                "Aktivitäten melden",
                () -> measure.does("umwelt", "report-activities", Examples.of("report-activities-news"))
                        .does("immobilien", "report-activities")
                        .does("wfm", "report-activities"));
        stop("wfm", "document-exchange", "Austausch im Stadtkonzern dokumentieren");
    }

    private void survey() {
        stop(
                "wfm",
                "prepare-survey",
                "Erhebung vorbereiten",
                form -> form.putArray("departments").add("umwelt").add("planung"));
        stop(
                "umwelt",
                "answer-survey",
                "Bestandsaufnahme beantworten",
                () -> measure.does("umwelt", "answer-survey").dateArrives("answers-due"));
        stop("wfm", "clarify-missing-answers", "Fehlende Rückmeldungen klären");
        stop("wfm", "analyse-stakeholders", "Stakeholder analysieren");
        stop("klima", "review-stakeholders", "Stakeholder-Analyse prüfen");
        stop("wfm", "summarise-status-quo", "Status quo zusammenfassen");
        stop("klima", "release-status-quo", "Status quo freigeben");
    }

    /** They take place today, so that the day has come at once. */
    private void workshops() {
        both(
                "wfm",
                "prepare-workshop",
                "Workshop vorbereiten",
                form -> form.put("date", TODAY.toString())
                        .put("registrationUntil", workingDayBefore(TODAY).toString()));
        both("difu", "agree-agenda", "Tagesordnung abstimmen");
        both("wfm", "invite-participants", "Teilnehmende einladen");
        both("wfm", "check-registrations", "Anmeldungen prüfen");
        both("wfm", "confirm-workshop", "Durchführung bestätigen");
        both("wfm", "write-minutes", "Protokoll schreiben");
        both("difu", "check-minutes", "Protokoll prüfen");
        both("wfm", "handle-objections", "Einwände bearbeiten");
        both("wfm-head", "release-minutes", "Protokoll freigeben");
        both("wfm", "evaluate-workshop", "Workshop auswerten");
    }

    /** Registration ends on a working day; another one would be moved, and later forms would show a day nobody typed. */
    static LocalDate workingDayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        boolean free = before.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()
                || GERMANY.isHoliday(before, HolidayType.PUBLIC_HOLIDAY, "nw");
        return free ? workingDayBefore(before) : before;
    }

    private void selection() {
        stop("wfm", "bundle-ideas", "Ideen bündeln", form -> {
            ArrayNode ideas = (ArrayNode) form.get("ideas");
            ideas.remove(1);
            ArrayNode sources = ((ObjectNode) ideas.get(0)).putArray("sources");
            shown.content().path("data").path("workshopIdeas").forEach(idea -> sources.add(idea.get("value")));
        });
        stop("immobilien", "sketch-project", "Projektskizze ausarbeiten");
        stop("wfm", "rate-project", "Projektskizze bewerten");
        stop(
                "wfm",
                "propose-selection",
                "Auswahl vorschlagen",
                form -> form.putArray("choices")
                        .addObject()
                        .put("choice", "STARTER_PROJECT")
                        .set(
                                "sketchId",
                                shown.content()
                                        .path("data")
                                        .path("choices")
                                        .path(0)
                                        .path("sketchId")));
        stop("wfm-head", "decide-starter-projects", "Starterprojekte beschließen");
    }

    private void implementation() {
        stop(
                "immobilien",
                "plan-work-packages",
                "Arbeitspakete planen",
                () -> measure.does("immobilien", "plan-work-packages").dateArrives("networking-due"));
        stop(
                "immobilien",
                "work-on-package",
                "Arbeitspaket bearbeiten",
                () -> measure.does(
                        "immobilien",
                        "work-on-package",
                        Examples.empty()
                                .put("status", "BLOCKED")
                                .put("progress", 40)
                                .put("reason", "Die Fläche fehlt.")));
        stop(
                "wfm",
                "resolve-blockage",
                "Blockade klären",
                () -> measure.does("wfm", "resolve-blockage")
                        .does("immobilien", "work-on-package")
                        .doesEach(2, "wfm", "work-on-package", Examples.of("work-on-package")));
        stop(
                "wfm",
                "log-networking",
                "Vernetzung dokumentieren",
                () -> measure.does("wfm", "log-networking").isReportedOn());
        reporting();
        stop("immobilien", "close-project", "Projekt abschließen");
        stop("klima", "confirm-closure", "Abschluss bestätigen");
    }

    private void reporting() {
        stop(
                "wfm",
                "report-status",
                "Sachstand berichten",
                () -> measure.reportsAtRisk().roundIsReleased().isCorrected().reportsAtRisk());
        stop(
                "klima-head",
                "release-correction",
                "Korrektur freigeben",
                () -> measure.does("klima-head", "release-correction")
                        .isReportedOn()
                        .reportsAtRisk());
        stop(
                "wfm",
                "plan-countermeasure",
                "Gegenmaßnahme planen",
                form -> form.put("until", TODAY.plusDays(30).toString()));
        stop("klima", "accept-countermeasure", "Gegenmaßnahme annehmen");
        stop("wfm", "report-effect", "Wirkung berichten", form -> form.put("effect", "NOT_EFFECTIVE"));
        stop("klima", "settle-countermeasure", "Über verfehlte Gegenmaßnahme entscheiden");
    }

    private void completion() {
        stop("wfm", "evaluate-measure", "Maßnahme auswerten");
        stop("klima", "release-evaluation", "Auswertung freigeben");
        stop("wfm", "offer-to-archive", "Dem Stadtarchiv anbieten");
    }
}
