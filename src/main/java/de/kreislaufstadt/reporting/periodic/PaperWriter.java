package de.kreislaufstadt.reporting.periodic;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.reporting.periodic.Paper.Chart;
import de.kreislaufstadt.reporting.periodic.Paper.Section;
import de.kreislaufstadt.reporting.periodic.Paper.Series;
import de.kreislaufstadt.reporting.periodic.Paper.Table;
import de.kreislaufstadt.reporting.periodic.ReportChanges.Change;
import de.kreislaufstadt.reporting.periodic.ReportContent.MeasureLine;
import de.kreislaufstadt.reporting.periodic.ReportContent.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts a report into words, in the language of whoever reads it. */
@Component
class PaperWriter {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Texts TEXTS = Texts.of("report");
    private static final Texts MEASURE = Texts.of("measure");

    /** In the order in which a measure goes through them. */
    private static final List<String> STATES = List.of(
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

    /** @param before the frozen report before it, if there is one */
    Paper write(PeriodicReport report, Optional<PeriodicReport> before) {
        ReportContent content = report.content();
        List<Section> sections = new ArrayList<>(List.of(
                portfolio(content),
                progress(content),
                delays(content),
                decisions(content),
                money(content),
                effects(content),
                times(content)));
        before.ifPresent(earlier -> sections.add(changes(earlier, report)));
        sections.add(measures(content));
        return new Paper(
                ReadersLanguage.current().getLanguage(),
                title(report.period()),
                content.city(),
                facts(report),
                report.preface(),
                sections);
    }

    /** @return e.g. {@code Halbjahresbericht 1/2026} */
    static String title(Period period) {
        return period.isYear()
                ? TEXTS.get("report.title.year", period.key())
                : TEXTS.get(
                        "report.title.half",
                        period.key().substring(6),
                        period.key().substring(0, 4));
    }

    private static List<String> facts(PeriodicReport report) {
        List<String> facts = new ArrayList<>();
        ReportContent content = report.content();
        facts.add(TEXTS.get("report.period.days", day(content.from()), day(content.until()), day(content.asOf())));
        facts.add(
                report.isFrozen()
                        ? TEXTS.get("report.released", day(report.releasedAt()), report.fingerprint())
                        : TEXTS.get("report.draft"));
        if (report.correction() != null) {
            facts.add(TEXTS.get("report.corrects", Integer.toString(report.version() - 1), report.correction()));
        }
        return facts;
    }

    private static Section portfolio(ReportContent content) {
        Map<String, Long> counts =
                content.measures().stream().collect(Collectors.groupingBy(MeasureLine::state, Collectors.counting()));
        List<String> states = STATES.stream().filter(counts::containsKey).toList();
        Map<String, Long> fields = content.measures().stream()
                .collect(Collectors.groupingBy(MeasureLine::field, TreeMap::new, Collectors.counting()));
        long open = content.measures().stream().filter(MeasureLine::stillOpen).count();
        long late = content.measures().stream().filter(MeasureLine::runsLate).count();
        return new Section(
                TEXTS.get("report.portfolio.label"),
                TEXTS.get("report.portfolio"),
                List.of(
                        TEXTS.get("report.portfolio.sum", content.measures().size(), open, late),
                        TEXTS.get(
                                "report.portfolio.fields",
                                fields.entrySet().stream()
                                        .map(field -> field.getKey() + " " + field.getValue())
                                        .collect(Collectors.joining(", ")))),
                states.isEmpty()
                        ? null
                        : new Chart(
                                TEXTS.get("report.portfolio.chart"),
                                TEXTS.get(
                                        "report.portfolio.alternative",
                                        states.stream()
                                                .map(state -> state(state) + " " + counts.get(state))
                                                .collect(Collectors.joining(", "))),
                                states.stream().map(PaperWriter::state).toList(),
                                List.of(new Series(
                                        TEXTS.get("report.measures"),
                                        states.stream().map(counts::get).toList()))),
                table(
                        "report.portfolio.table",
                        List.of("state", "measures"),
                        List.of(70, 30),
                        states.stream()
                                .map(state -> row(state(state), counts.get(state)))
                                .toList()));
    }

    private static Section progress(ReportContent content) {
        return new Section(
                TEXTS.get("report.progress.label"),
                TEXTS.get("report.progress"),
                List.of(TEXTS.get("report.progress.sum", content.progress().size())),
                null,
                table(
                        "report.progress.table",
                        List.of("on", "number", "title", "before", "after", "reason"),
                        List.of(12, 10, 30, 14, 14, 20),
                        content.progress().stream()
                                .map(step -> row(
                                        step.on(),
                                        step.number(),
                                        step.title(),
                                        step.before() == null ? TEXTS.get("report.new") : state(step.before()),
                                        state(step.after()),
                                        step.reason()))
                                .toList()));
    }

    private static Section delays(ReportContent content) {
        List<MeasureLine> late =
                content.measures().stream().filter(MeasureLine::runsLate).toList();
        return new Section(
                TEXTS.get("report.delays.label"),
                TEXTS.get("report.delays"),
                List.of(TEXTS.get("report.delays.sum", late.size())),
                null,
                table(
                        "report.delays.table",
                        List.of("number", "title", "lead", "assessment", "reportedOn", "why"),
                        List.of(9, 21, 18, 13, 13, 26),
                        late.stream()
                                .map(line -> row(
                                        line.number(),
                                        line.title(),
                                        line.lead(),
                                        assessment(line.assessment()),
                                        line.reportedOn(),
                                        line.report()))
                                .toList()));
    }

    private static Section decisions(ReportContent content) {
        return new Section(
                TEXTS.get("report.decisions.label"),
                TEXTS.get("report.decisions"),
                List.of(TEXTS.get("report.decisions.sum", content.decisions().size())),
                null,
                table(
                        "report.decisions.table",
                        List.of("on", "number", "title", "body", "result", "paper", "reason"),
                        List.of(12, 10, 22, 16, 13, 12, 15),
                        content.decisions().stream()
                                .map(decided -> row(
                                        decided.on(),
                                        decided.number(),
                                        decided.title(),
                                        decided.body(),
                                        MEASURE.getOr("measure.decision." + decided.result(), decided.result()),
                                        decided.paper(),
                                        lines(decided.reason(), decided.conditions())))
                                .toList()));
    }

    private static Section money(ReportContent content) {
        List<String> years = content.money().stream().map(PaperWriter::year).toList();
        return new Section(
                TEXTS.get("report.money.label"),
                TEXTS.get("report.money"),
                List.of(TEXTS.get("report.money.how")),
                years.isEmpty()
                        ? null
                        : new Chart(
                                TEXTS.get("report.money.chart"),
                                TEXTS.get("report.money.alternative", String.join(", ", years)),
                                years,
                                List.of(
                                        new Series(
                                                TEXTS.get("report.column.planned"),
                                                content.money().stream()
                                                        .map(money -> orZero(money.planned()))
                                                        .toList()),
                                        new Series(
                                                TEXTS.get("report.column.spent"),
                                                content.money().stream()
                                                        .map(money -> orZero(money.spent()))
                                                        .toList()))),
                table(
                        "report.money.table",
                        List.of("year", "planned", "spent"),
                        List.of(30, 35, 35),
                        content.money().stream()
                                .map(money -> row(year(money), money.planned(), money.spent()))
                                .toList()));
    }

    private static Section effects(ReportContent content) {
        return new Section(
                TEXTS.get("report.effects.label"),
                TEXTS.get("report.effects"),
                List.of(TEXTS.get(
                        "report.effects.stated",
                        content.co2().stated(),
                        content.co2().of())),
                null,
                table(
                        "report.effects.table",
                        List.of("unit", "total", "measures"),
                        List.of(40, 30, 30),
                        content.effects().stream()
                                .map(effect -> row(
                                        MEASURE.getOr("measure.reportedValue.unit." + effect.unit(), effect.unit()),
                                        effect.total(),
                                        effect.measures()))
                                .toList()));
    }

    private static Section times(ReportContent content) {
        return new Section(
                TEXTS.get("report.times.label"),
                TEXTS.get("report.times"),
                List.of(
                        TEXTS.get("report.times.how"),
                        TEXTS.get(
                                "report.times.steps",
                                content.steps().done(),
                                content.steps().withDeadline(),
                                content.steps().inTime())),
                null,
                table(
                        "report.times.table",
                        List.of("phase", "measures", "median", "ninety"),
                        List.of(40, 20, 20, 20),
                        STATES.stream()
                                .flatMap(state -> content.phases().stream()
                                        .filter(phase -> phase.state().equals(state)))
                                .map(phase ->
                                        row(state(phase.state()), phase.measures(), phase.median(), phase.ninety()))
                                .toList()));
    }

    private static Section changes(PeriodicReport before, PeriodicReport report) {
        List<Change> changes = ReportChanges.between(before.content(), report.content());
        return new Section(
                TEXTS.get("report.changes.label"),
                TEXTS.get("report.changes", title(before.period()), day(before.releasedAt())),
                List.of(TEXTS.get("report.changes.sum", changes.size())),
                null,
                table(
                        "report.changes.table",
                        List.of("number", "title", "what", "before", "after"),
                        List.of(12, 34, 18, 18, 18),
                        changes.stream()
                                .map(change -> row(
                                        change.number(),
                                        change.title(),
                                        TEXTS.name("report.what", change.what()),
                                        said(change, change.before()),
                                        said(change, change.after())))
                                .toList()));
    }

    private static Section measures(ReportContent content) {
        return new Section(
                TEXTS.get("report.all.label"),
                TEXTS.get("report.all"),
                List.of(),
                null,
                table(
                        "report.all.table",
                        List.of("number", "title", "field", "state", "lead", "plannedUntil", "assessment"),
                        List.of(9, 24, 15, 13, 16, 10, 13),
                        content.measures().stream()
                                .map(line -> row(
                                        line.number(),
                                        line.title(),
                                        line.field(),
                                        state(line.state()),
                                        line.lead(),
                                        line.plannedUntil(),
                                        assessment(line.assessment())))
                                .toList()));
    }

    private static Table table(String caption, List<String> columns, List<Integer> shares, List<List<Object>> rows) {
        return new Table(
                TEXTS.get(caption),
                columns.stream()
                        .map(column -> TEXTS.get("report.column." + column))
                        .toList(),
                shares,
                rows);
    }

    private static List<Object> row(Object... cells) {
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

    private static String lines(String... texts) {
        String lines = Arrays.stream(texts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    private static String state(String state) {
        return MEASURE.get("measure.state." + state);
    }

    private static String assessment(String assessment) {
        return assessment == null ? null : MEASURE.get("measure.assessment." + assessment);
    }

    private static String year(Money money) {
        return money.year() == null ? TEXTS.get("report.later") : money.year().toString();
    }

    private static BigDecimal orZero(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static String day(LocalDate day) {
        return ReadersLanguage.day(day);
    }

    private static String day(Instant at) {
        return day(LocalDate.ofInstant(at, ZONE));
    }
}
