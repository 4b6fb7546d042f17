package de.kreislaufstadt.reporting.periodic;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.paper.Paper.Table;
import de.kreislaufstadt.reporting.periodic.ReportChanges.Change;
import de.kreislaufstadt.reporting.periodic.ReportContent.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Words and tables that all sections of a paper are made of. */
final class PaperWords {

    static final Texts TEXTS = Texts.of("report");
    static final Texts MEASURE = Texts.of("measure");

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** In the order in which a measure goes through them. */
    static final List<String> STATES = List.of(
            "PROPOSED",
            "UNDER_REVIEW",
            "DEFERRED",
            "DECIDED",
            "KNOWLEDGE",
            "STATUS_QUO",
            "WORKSHOPS",
            "STARTER_PROJECTS",
            "IMPLEMENTATION",
            "EVALUATION",
            "COMPLETED",
            "PAUSED",
            "MERGED",
            "CANCELLED",
            "REJECTED");

    private PaperWords() {}

    /** @return e.g. {@code Halbjahresbericht 1/2026} */
    static String title(Period period) {
        return period.isYear()
                ? TEXTS.get("report.title.year", period.key())
                : TEXTS.get(
                        "report.title.half",
                        period.key().substring(6),
                        period.key().substring(0, 4));
    }

    static Table table(String caption, List<String> columns, List<Integer> shares, List<List<Object>> rows) {
        return new Table(
                TEXTS.get(caption),
                columns.stream()
                        .map(column -> TEXTS.get("report.column." + column))
                        .toList(),
                shares,
                rows);
    }

    static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    /** @return what a change is from or to, in words */
    static String said(Change change, String value) {
        return switch (change.what()) {
            case NEW, STATE -> value == null ? null : state(value);
            case ASSESSMENT -> assessment(value);
            case LEAD, PLANNED_UNTIL -> value;
        };
    }

    static String lines(String... texts) {
        String lines = Arrays.stream(texts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    static String state(String state) {
        return MEASURE.get("measure.state." + state);
    }

    static String assessment(String assessment) {
        return assessment == null ? null : MEASURE.get("measure.assessment." + assessment);
    }

    static String year(Money money) {
        return money.year() == null ? TEXTS.get("report.later") : money.year().toString();
    }

    static String day(LocalDate day) {
        return ReadersLanguage.day(day);
    }

    static String day(Instant at) {
        return day(LocalDate.ofInstant(at, ZONE));
    }
}
