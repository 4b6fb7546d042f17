package de.kreislaufstadt.journey;

import static de.kreislaufstadt.journey.OpenTasks.Kind.START;
import static de.kreislaufstadt.journey.RefusedForm.CHARACTERS;
import static de.kreislaufstadt.journey.RefusedForm.CHOICE;
import static de.kreislaufstadt.journey.RefusedForm.DATE;
import static de.kreislaufstadt.journey.RefusedForm.HIDDEN;
import static de.kreislaufstadt.journey.RefusedForm.REQUIRED;
import static de.kreislaufstadt.journey.RefusedForm.TEXT;
import static de.kreislaufstadt.journey.RefusedForm.TOO_LARGE;
import static de.kreislaufstadt.journey.RefusedForm.in;
import static de.kreislaufstadt.journey.RefusedForm.rows;
import static de.kreislaufstadt.journey.RefusedForm.unknown;
import static de.kreislaufstadt.journey.RefusedForm.wrong;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Proposals nobody gets a measure for. */
final class RefusedProposals {

    private static final LocalDate TODAY = LocalDate.now(Course.ZONE);

    private RefusedProposals() {}

    static List<RefusedForm> all() {
        return Stream.of(proposals(), numbersAndLists()).flatMap(List::stream).toList();
    }

    private static List<RefusedForm> proposals() {
        return List.of(
                wrong(START, "no title", in("outline", o -> o.remove("title")), "outline.title", REQUIRED),
                wrong(START, "blank title", in("outline", o -> o.put("title", "  ")), "outline.title", REQUIRED),
                wrong(START, "no outline at all", form -> form.remove("outline"), "outline.title", REQUIRED),
                wrong(
                        START,
                        "title too long",
                        in("outline", o -> o.put("title", "x".repeat(251))),
                        "outline.title",
                        "Höchstens 250 Zeichen."),
                wrong(START, "number as title", in("outline", o -> o.put("title", 7)), "outline.title", TEXT),
                wrong(START, "NUL", in("outline", o -> o.put("summary", "a\u0000b")), "outline.summary", CHARACTERS),
                wrong(
                        START,
                        "half a character",
                        in("outline", o -> o.put("summary", "\ud800")),
                        "outline.summary",
                        CHARACTERS),
                wrong(
                        START,
                        "unknown field of action",
                        in("outline", o -> o.put("fieldOfAction", "WAR")),
                        "outline.fieldOfAction",
                        CHOICE),
                wrong(
                        START,
                        "list as choice",
                        in("outline", o -> o.putArray("type").add("NETWORK")),
                        "outline.type",
                        "Hier wird einer der angebotenen Werte erwartet, angegeben ist eine Liste."),
                wrong(START, "lead of others", form -> form.put("lead", "umwelt"), "lead", CHOICE),
                wrong(
                        START,
                        "text as section",
                        form -> form.put("outline", "x"),
                        "outline",
                        "Hier wird ein Abschnitt mit Feldern erwartet, angegeben ist ein Text."),
                wrong(START, "unknown key", form -> form.put("number", "WW-99"), "number", unknown("number")),
                wrong(
                        START,
                        "unknown key in a section",
                        in("outline", o -> o.put("state", "COMPLETED")),
                        "outline.state",
                        unknown("state")),
                wrong(START, "key made of code", form -> form.put("${1+1}'--", 1), "??1?1??--", unknown("??1?1??--")),
                wrong(
                        START,
                        "same choice twice",
                        in(
                                "outline",
                                o -> o.putArray("circularFields").add("FOOD").add("FOOD")),
                        "outline.circularFields",
                        CHOICE),
                wrong(
                        START,
                        "lead contributes",
                        in("responsibility", o -> o.putArray("contributing").add("wfm")),
                        "responsibility.contributing",
                        "Die Federführung wirkt nicht zugleich mit."),
                wrong(
                        START,
                        "end before begin",
                        in("schedule", o -> o.put("end", "2024-12-31")),
                        "schedule.end",
                        "Das Ende darf nicht vor dem Beginn liegen."),
                wrong(
                        START,
                        "month that does not exist",
                        in("schedule", o -> o.put("plannedUntil", "13/2027")),
                        "schedule.plannedUntil",
                        "Bitte geben Sie einen Tag wie 31.12.2027 oder einen Monat wie 7/2027 an."),
                wrong(
                        START,
                        "day that does not exist",
                        in("schedule", o -> o.put("begin", "2026-02-30")),
                        "schedule.begin",
                        DATE),
                wrong(START, "German date", in("schedule", o -> o.put("begin", "01.02.2026")), "schedule.begin", DATE),
                wrong(
                        START,
                        "year 1",
                        in("schedule", o -> o.put("begin", "0001-01-01")),
                        "schedule.begin",
                        "Das Datum muss zwischen den Jahren 1900 und 2199 liegen."),
                wrong(
                        START,
                        "source of tomorrow",
                        in("source", o -> o.put("asOf", TODAY.plusDays(1).toString())),
                        "source.asOf",
                        "Der Stand einer Quelle darf nicht in der Zukunft liegen."),
                wrong(
                        START,
                        "code as address",
                        in("source", o -> o.put("url", "javascript:alert(1)")),
                        "source.url",
                        "Eine Internetadresse beginnt mit https:// oder http:// und hat keine Leerzeichen."));
    }

    private static List<RefusedForm> numbersAndLists() {
        return List.of(
                wrong(START, "value without a number", in("cost", o -> o.remove("value")), "cost.value", REQUIRED),
                wrong(START, "number without a unit", in("cost", o -> o.remove("unit")), "cost.unit", REQUIRED),
                wrong(
                        START,
                        "number that is not stated",
                        in("cost", o -> o.put("status", "NOT_STATED")),
                        "cost.value",
                        HIDDEN),
                wrong(
                        START,
                        "text as number",
                        in("cost", o -> o.put("value", "12500")),
                        "cost.value",
                        "Hier wird eine Zahl erwartet, angegeben ist ein Text."),
                wrong(
                        START,
                        "huge number",
                        in("cost", o -> o.put("value", new BigDecimal("1e300"))),
                        "cost.value",
                        TOO_LARGE),
                wrong(
                        START,
                        "too many digits",
                        in("cost", o -> o.put("value", new BigDecimal("0.00001"))),
                        "cost.value",
                        "Höchstens 4 Nachkommastellen."),
                wrong(
                        START,
                        "range upside down",
                        in(
                                "co2",
                                o -> o.put("status", "RANGE")
                                        .put("from", 10)
                                        .put("to", 5)
                                        .put("unit", "T_CO2_A")),
                        "co2.to",
                        "Das Ende der Spanne darf nicht kleiner sein als ihr Anfang."),
                wrong(
                        START,
                        "501 sources",
                        form -> rows(
                                form.putArray("sources"),
                                501,
                                row -> row.put("document", "x").put("asOf", "2025-01-01")),
                        "sources",
                        "Höchstens 500 Einträge."),
                wrong(
                        START,
                        "text as row",
                        form -> form.putArray("sources").add("x"),
                        "sources[0]",
                        "Hier wird ein Eintrag mit Feldern erwartet, angegeben ist ein Text."),
                wrong(
                        START,
                        "text as list",
                        form -> form.put("sources", "x"),
                        "sources",
                        "Hier wird eine Liste erwartet, angegeben ist ein Text."),
                wrong(
                        START,
                        "same indicator twice",
                        form -> rows(
                                form.putArray("indicators"),
                                2,
                                row -> row.put("name", "Bauteile").put("kind", "QUALITATIVE")),
                        "indicators[1].name",
                        "Diesen Indikator gibt es in der Liste schon."),
                wrong(
                        START,
                        "year of four thousand",
                        in(
                                "finance",
                                o -> o.putArray("plan")
                                        .addObject()
                                        .put("year", 4000)
                                        .put("amount", 1)),
                        "finance.plan[0].year",
                        "Der Wert darf höchstens 2100 sein."));
    }
}
