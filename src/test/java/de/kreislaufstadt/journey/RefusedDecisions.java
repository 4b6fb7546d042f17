package de.kreislaufstadt.journey;

import static de.kreislaufstadt.journey.OpenTasks.Kind.DECISION;
import static de.kreislaufstadt.journey.OpenTasks.Kind.OVERDUE;
import static de.kreislaufstadt.journey.OpenTasks.Kind.PACKAGE;
import static de.kreislaufstadt.journey.OpenTasks.Kind.PLAN;
import static de.kreislaufstadt.journey.OpenTasks.Kind.REVIEW;
import static de.kreislaufstadt.journey.OpenTasks.Kind.SILENT_HEAD;
import static de.kreislaufstadt.journey.RefusedForm.CHOICE;
import static de.kreislaufstadt.journey.RefusedForm.DATE;
import static de.kreislaufstadt.journey.RefusedForm.HIDDEN;
import static de.kreislaufstadt.journey.RefusedForm.REQUIRED;
import static de.kreislaufstadt.journey.RefusedForm.row;
import static de.kreislaufstadt.journey.RefusedForm.unknown;
import static de.kreislaufstadt.journey.RefusedForm.wrong;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Wrong words about a proposal, and plans that cannot be carried out. */
final class RefusedDecisions {

    private static final LocalDate TODAY = LocalDate.now(Course.ZONE);

    private RefusedDecisions() {}

    static List<RefusedForm> all() {
        return Stream.of(decisions(), deadlines(), plans())
                .flatMap(List::stream)
                .toList();
    }

    private static List<RefusedForm> decisions() {
        return List.of(
                wrong(REVIEW, "nothing", ObjectNode::removeAll, "result", REQUIRED),
                wrong(REVIEW, "unknown result", form -> form.put("result", "APPROVED"), "result", CHOICE),
                wrong(REVIEW, "body not named", form -> form.remove("body"), "body", REQUIRED),
                wrong(
                        REVIEW,
                        "body of a rework",
                        form -> form.put("result", "REWORK").put("note", "x"),
                        "body",
                        HIDDEN),
                wrong(
                        REVIEW,
                        "rework without a word",
                        form -> form.put("result", "REWORK").remove("body"),
                        "note",
                        "Bitte nennen Sie, was zu überarbeiten ist."),
                wrong(
                        REVIEW,
                        "note too long",
                        form -> form.put("note", "x".repeat(2001)),
                        "note",
                        "Höchstens 2.000 Zeichen."),
                wrong(
                        REVIEW,
                        "routing value as field",
                        form -> form.put("measureId", "x"),
                        "measureId",
                        unknown("measureId")),
                wrong(
                        DECISION,
                        "decision of tomorrow",
                        form -> form.put("decidedOn", TODAY.plusDays(1).toString()),
                        "decidedOn",
                        "Ein Beschluss kann nicht in der Zukunft liegen."),
                wrong(
                        DECISION,
                        "decision before the begin",
                        form -> form.put("decidedOn", "2024-12-31"),
                        "decidedOn",
                        "Der Beschluss liegt vor dem Beginn der Maßnahme. Bitte prüfen Sie das Datum; einen falschen Beginn"
                                + " berichtigt „Angaben ändern“."),
                wrong(DECISION, "approval without phases", form -> form.putArray("phases"), "phases", REQUIRED),
                wrong(DECISION, "unknown phase", form -> form.putArray("phases").add("COMPLETED"), "phases", CHOICE),
                wrong(
                        DECISION,
                        "paper of a head",
                        form -> form.put("paperNumber", "MS/0001/25"),
                        "paperNumber",
                        "Eine Vorlagennummer gibt es nur, wenn Rat oder Ausschuss entscheiden."),
                wrong(
                        DECISION,
                        "deferred into the past",
                        form -> form.put("result", "DEFER")
                                .put("reason", "x")
                                .put("deferredUntil", TODAY.toString())
                                .remove("phases"),
                        "deferredUntil",
                        "Das Datum muss in der Zukunft liegen."),
                wrong(
                        DECISION,
                        "rejection without reason",
                        form -> form.put("result", "REJECT").remove("phases"),
                        "reason",
                        REQUIRED));
    }

    private static List<RefusedForm> deadlines() {
        return Stream.of(OVERDUE, SILENT_HEAD)
                .flatMap(kind -> Stream.of(
                        wrong(
                                kind,
                                "due date of yesterday",
                                form -> form.put("due", TODAY.minusDays(1).toString()),
                                "due",
                                "Die neue Frist darf nicht in der Vergangenheit liegen."),
                        wrong(kind, "no such day", form -> form.put("due", "2031-02-30"), "due", DATE),
                        wrong(kind, "no due date", form -> form.remove("due"), "due", REQUIRED)))
                .toList();
    }

    private static List<RefusedForm> plans() {
        return List.of(
                wrong(
                        PLAN,
                        "cycle",
                        row("packages", 0, row -> row.put("dependsOn", "AP3")),
                        "packages[0].dependsOn",
                        "Die Abhängigkeiten laufen im Kreis: Dieses Arbeitspaket würde auf sich selbst warten."),
                wrong(
                        PLAN,
                        "waits for itself",
                        row("packages", 0, row -> row.put("dependsOn", "AP1")),
                        "packages[0].dependsOn",
                        "Ein Arbeitspaket kann nicht von sich selbst abhängen."),
                wrong(
                        PLAN,
                        "unknown predecessor",
                        row("packages", 0, row -> row.put("dependsOn", "AP9")),
                        "packages[0].dependsOn",
                        "Ein Arbeitspaket mit dem Kürzel AP9 gibt es in diesem Plan nicht."),
                wrong(
                        PLAN,
                        "before its predecessor",
                        row("packages", 2, row -> row.put("beginsOn", "2027-03-01")),
                        "packages[2].beginsOn",
                        "Das Arbeitspaket beginnt, bevor sein Vorgänger AP1 endet."),
                wrong(
                        PLAN,
                        "end before begin",
                        row("packages", 1, row -> row.put("endsOn", "2027-02-01")),
                        "packages[1].endsOn",
                        "Das Ende liegt vor dem Beginn."),
                wrong(
                        PLAN,
                        "same code twice",
                        row("packages", 1, row -> row.put("code", "ap1")),
                        "packages[1].code",
                        "Dieses Kürzel kommt schon vor."),
                wrong(
                        PLAN,
                        "SQL as code",
                        row("packages", 0, row -> row.put("code", "';drop--")),
                        "packages[0].code",
                        "Ein Kürzel besteht nur aus Buchstaben und Ziffern, zum Beispiel AP1."),
                wrong(
                        PLAN,
                        "cost without end",
                        row("packages", 0, row -> row.put("plannedCost", new BigDecimal("999999999999999"))),
                        "packages[0].plannedCost",
                        "Der Wert darf höchstens 999999999999 sein."),
                wrong(
                        PACKAGE,
                        "before its predecessor",
                        form -> form.put("status", "DONE"),
                        "status",
                        "Fertig melden geht erst, wenn die Vorgänger erledigt sind: AP1."),
                wrong(
                        PACKAGE,
                        "blocked without reason",
                        form -> form.removeAll().put("status", "BLOCKED").put("progress", 10),
                        "reason",
                        REQUIRED),
                wrong(
                        PACKAGE,
                        "more than all",
                        form -> form.removeAll()
                                .put("status", "BLOCKED")
                                .put("reason", "x")
                                .put("progress", 101),
                        "progress",
                        "Der Wert darf höchstens 100 sein."));
    }
}
