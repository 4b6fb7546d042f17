package de.kreislaufstadt.reporting.periodic;

import de.kreislaufstadt.paper.Paper.Chart;
import de.kreislaufstadt.paper.Paper.Section;
import de.kreislaufstadt.paper.Paper.Series;
import de.kreislaufstadt.reporting.periodic.ReportContent.MeasureLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sections of a report that count: the portfolio, money, effects and times. */
final class PaperSums {

    private PaperSums() {}

    static Section portfolio(ReportContent content) {
        Map<String, Long> counts =
                content.measures().stream().collect(Collectors.groupingBy(MeasureLine::state, Collectors.counting()));
        List<String> states =
                PaperWords.STATES.stream().filter(counts::containsKey).toList();
        Map<String, Long> fields = content.measures().stream()
                .collect(Collectors.groupingBy(MeasureLine::field, TreeMap::new, Collectors.counting()));
        long open = content.measures().stream().filter(MeasureLine::stillOpen).count();
        long late = content.measures().stream().filter(MeasureLine::runsLate).count();
        return new Section(
                PaperWords.TEXTS.get("report.portfolio.label"),
                PaperWords.TEXTS.get("report.portfolio"),
                List.of(
                        PaperWords.TEXTS.get(
                                "report.portfolio.sum", content.measures().size(), open, late),
                        PaperWords.TEXTS.get(
                                "report.portfolio.fields",
                                fields.entrySet().stream()
                                        .map(field -> field.getKey() + " " + field.getValue())
                                        .collect(Collectors.joining(", ")))),
                states.isEmpty()
                        ? null
                        : new Chart(
                                PaperWords.TEXTS.get("report.portfolio.chart"),
                                PaperWords.TEXTS.get(
                                        "report.portfolio.alternative",
                                        states.stream()
                                                .map(state -> PaperWords.state(state) + " " + counts.get(state))
                                                .collect(Collectors.joining(", "))),
                                states.stream().map(PaperWords::state).toList(),
                                List.of(new Series(
                                        PaperWords.TEXTS.get("report.measures"),
                                        states.stream().map(counts::get).toList()))),
                PaperWords.table(
                        "report.portfolio.table",
                        List.of("state", "measures"),
                        List.of(70, 30),
                        states.stream()
                                .map(state -> PaperWords.row(PaperWords.state(state), counts.get(state)))
                                .toList()));
    }

    static Section money(ReportContent content) {
        List<String> years = content.money().stream().map(PaperWords::year).toList();
        return new Section(
                PaperWords.TEXTS.get("report.money.label"),
                PaperWords.TEXTS.get("report.money"),
                List.of(PaperWords.TEXTS.get("report.money.how")),
                years.isEmpty()
                        ? null
                        : new Chart(
                                PaperWords.TEXTS.get("report.money.chart"),
                                PaperWords.TEXTS.get("report.money.alternative", String.join(", ", years)),
                                years,
                                List.of(
                                        new Series(
                                                PaperWords.TEXTS.get("report.column.planned"),
                                                content.money().stream()
                                                        .map(money -> orZero(money.planned()))
                                                        .toList()),
                                        new Series(
                                                PaperWords.TEXTS.get("report.column.spent"),
                                                content.money().stream()
                                                        .map(money -> orZero(money.spent()))
                                                        .toList()))),
                PaperWords.table(
                        "report.money.table",
                        List.of("year", "planned", "spent", "promised", "received", "posts", "filled"),
                        List.of(12, 18, 18, 16, 16, 10, 10),
                        content.money().stream()
                                .map(money -> PaperWords.row(
                                        PaperWords.year(money),
                                        money.planned(),
                                        money.spent(),
                                        money.promised(),
                                        money.received(),
                                        money.posts(),
                                        money.filled()))
                                .toList()));
    }

    static Section funders(ReportContent content) {
        return new Section(
                PaperWords.TEXTS.get("report.funders.label"),
                PaperWords.TEXTS.get("report.funders"),
                List.of(PaperWords.TEXTS.get("report.funders.how")),
                null,
                PaperWords.table(
                        "report.funders.table",
                        List.of("year", "funder", "promised", "received"),
                        List.of(12, 48, 20, 20),
                        content.funders().stream()
                                .map(funder -> PaperWords.row(
                                        Integer.toString(funder.year()),
                                        funder.name(),
                                        funder.promised(),
                                        funder.received()))
                                .toList()));
    }

    static Section effects(ReportContent content) {
        return new Section(
                PaperWords.TEXTS.get("report.effects.label"),
                PaperWords.TEXTS.get("report.effects"),
                List.of(PaperWords.TEXTS.get(
                        "report.effects.stated",
                        content.co2().stated(),
                        content.co2().of())),
                null,
                PaperWords.table(
                        "report.effects.table",
                        List.of("unit", "total", "measures"),
                        List.of(40, 30, 30),
                        content.effects().stream()
                                .map(effect -> PaperWords.row(
                                        PaperWords.MEASURE.getOr(
                                                "measure.reportedValue.unit." + effect.unit(), effect.unit()),
                                        effect.total(),
                                        effect.measures()))
                                .toList()));
    }

    static Section times(ReportContent content) {
        return new Section(
                PaperWords.TEXTS.get("report.times.label"),
                PaperWords.TEXTS.get("report.times"),
                List.of(
                        PaperWords.TEXTS.get("report.times.how"),
                        PaperWords.TEXTS.get(
                                "report.times.steps",
                                content.steps().done(),
                                content.steps().withDeadline(),
                                content.steps().inTime())),
                null,
                PaperWords.table(
                        "report.times.table",
                        List.of("phase", "measures", "median", "ninety"),
                        List.of(40, 20, 20, 20),
                        PaperWords.STATES.stream()
                                .flatMap(state -> content.phases().stream()
                                        .filter(phase -> phase.state().equals(state)))
                                .map(phase -> PaperWords.row(
                                        PaperWords.state(phase.state()),
                                        phase.measures(),
                                        phase.median(),
                                        phase.ninety()))
                                .toList()));
    }

    private static BigDecimal orZero(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
