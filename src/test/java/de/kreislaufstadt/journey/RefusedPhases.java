package de.kreislaufstadt.journey;

import static de.kreislaufstadt.journey.OpenTasks.Kind.GOALS;
import static de.kreislaufstadt.journey.OpenTasks.Kind.OWN_STAKEHOLDERS;
import static de.kreislaufstadt.journey.OpenTasks.Kind.STAKEHOLDERS;
import static de.kreislaufstadt.journey.OpenTasks.Kind.SURVEY;
import static de.kreislaufstadt.journey.OpenTasks.Kind.WORKSHOP;
import static de.kreislaufstadt.journey.RefusedForm.CHOICE;
import static de.kreislaufstadt.journey.RefusedForm.row;
import static de.kreislaufstadt.journey.RefusedForm.rows;
import static de.kreislaufstadt.journey.RefusedForm.wrong;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What goes wrong in knowledge building, survey and workshops. */
final class RefusedPhases {

    private static final LocalDate TODAY = LocalDate.now(Course.ZONE);

    private RefusedPhases() {}

    static List<RefusedForm> all() {
        return phases();
    }

    private static List<RefusedForm> phases() {
        return List.of(
                wrong(
                        GOALS,
                        "no goal",
                        form -> form.putArray("goals"),
                        "goals",
                        "Bitte zwischen 1 und 25 Einträgen angeben."),
                wrong(
                        GOALS,
                        "due today",
                        row("goals", 0, row -> row.put("due", TODAY.toString())),
                        "goals[0].due",
                        "Der Termin muss nach dem heutigen Tag liegen."),
                wrong(
                        GOALS,
                        "same question twice",
                        form -> rows(
                                (ArrayNode) form.get("goals"),
                                2,
                                row -> row.put("question", "  warum? ")
                                        .put("responsible", "umwelt")
                                        .put("due", "2099-01-01")),
                        "goals[3].question",
                        "Diese Frage steht schon weiter oben in der Liste."),
                wrong(
                        GOALS,
                        "department that does not exist",
                        row("goals", 1, row -> row.put("responsible", "feuerwehr")),
                        "goals[1].responsible",
                        CHOICE),
                wrong(
                        SURVEY,
                        "answers until yesterday",
                        form -> form.put("until", TODAY.minusDays(1).toString()),
                        "until",
                        "Der Termin muss nach dem heutigen Tag liegen."),
                wrong(
                        SURVEY,
                        "unknown department",
                        form -> form.withArray("departments").add("x' or '1'='1"),
                        "departments",
                        CHOICE),
                wrong(
                        SURVEY,
                        "no mailbox",
                        form -> form.put("mailbox", "kreislauf"),
                        "mailbox",
                        "Eine E-Mail-Adresse hat die Form name@stelle.de, ohne Leerzeichen."),
                wrong(
                        STAKEHOLDERS,
                        "influence of five",
                        row("stakeholders", 0, row -> row.put("influence", 5)),
                        "stakeholders[0].influence",
                        "Der Wert darf höchstens 4 sein."),
                wrong(
                        STAKEHOLDERS,
                        "half an influence",
                        row("stakeholders", 0, row -> row.put("influence", new BigDecimal("2.5"))),
                        "stakeholders[0].influence",
                        "Höchstens 0 Nachkommastellen."),
                wrong(
                        STAKEHOLDERS,
                        "attitude of minus three",
                        row("stakeholders", 2, row -> row.put("attitude", -3)),
                        "stakeholders[2].attitude",
                        "Der Wert muss mindestens -2 sein."),
                wrong(
                        STAKEHOLDERS,
                        "same organisation in capitals",
                        row("stakeholders", 1, row -> row.put("organisation", Forms.marked("HANDWERKSKAMMER"))),
                        "stakeholders[1].organisation",
                        "Diese Organisation steht schon weiter oben in der Liste."),
                wrong(
                        STAKEHOLDERS,
                        "key player without a unit",
                        row("stakeholders", 0, row -> row.remove("supervisingUnit")),
                        "stakeholders[0].supervisingUnit",
                        "Einfluss und Interesse machen diese Organisation zum Schlüsselakteur. Benennen Sie die Stelle, die sie betreut."),
                wrong(
                        OWN_STAKEHOLDERS,
                        "own work",
                        form -> form.put("result", "APPROVE"),
                        "result",
                        "Vier-Augen-Prinzip: Daran haben Sie selbst gearbeitet. Prüfen und freigeben muss es eine andere Person."),
                wrong(
                        WORKSHOP,
                        "yesterday",
                        form -> form.put("date", TODAY.minusDays(1).toString()),
                        "date",
                        "Dieser Tag ist schon vorbei."),
                wrong(
                        WORKSHOP,
                        "end before begin",
                        form -> form.put("end", "09:00"),
                        "end",
                        "Das Ende muss nach dem Beginn liegen."),
                wrong(
                        WORKSHOP,
                        "hour 25",
                        form -> form.put("begin", "25:00"),
                        "begin",
                        "Bitte geben Sie eine gültige Uhrzeit an (Stunde und Minute)."),
                wrong(
                        WORKSHOP,
                        "registration after the day",
                        form -> form.put("registrationUntil", "2099-05-14"),
                        "registrationUntil",
                        "Die Anmeldung muss vor dem Tag des Workshops enden."),
                wrong(
                        WORKSHOP,
                        "fewer at most than at least",
                        form -> form.put("maxParticipants", 20),
                        "maxParticipants",
                        "Die Zahlen müssen von „Mindestens“ über „Angestrebt“ bis „Höchstens“ steigen oder gleich bleiben."));
    }
}
