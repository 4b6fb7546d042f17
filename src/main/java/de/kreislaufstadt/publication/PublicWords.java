package de.kreislaufstadt.publication;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.GermanNumber;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.ReleasedMeasure.Term;
import de.kreislaufstadt.released.ReleasedParts;
import de.kreislaufstadt.released.SourceNote;
import de.kreislaufstadt.released.Stated;
import de.kreislaufstadt.released.StatedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A version in words, line by line in the order of the public page; what is not stated has no line. */
@Component
class PublicWords {

    private final Texts texts = Texts.of("publication");
    private final Texts measure = Texts.of("measure");
    private final Texts website = Texts.of("website");

    /** @param label what the line is about */
    record Line(String label, String text) {}

    List<Line> of(ReleasedMeasure version) {
        List<Line> lines = new ArrayList<>();
        add(lines, "title", version.heading().title());
        add(lines, "shortTitle", version.heading().shortTitle());
        add(lines, "externalId", version.externalId());
        add(lines, "summary", version.heading().summary());
        add(lines, "description", version.description());
        add(lines, "fieldOfAction", term("fieldOfAction", version.pathway().fieldOfAction()));
        add(lines, "type", term("type", version.pathway().type()));
        add(lines, "circularFields", codes("circularField", version.pathway().circularFields()));
        add(lines, "levers", codes("lever", version.pathway().levers()));
        add(lines, "rStrategies", codes("rStrategy", version.pathway().rStrategies()));
        add(lines, "outcome", version.pathway().outcome());
        add(lines, "renewableEnergy", stated(version.effects().renewableEnergy(), this::value));
        add(lines, "replacedEnergy", stated(version.effects().replacedEnergy(), this::value));
        add(lines, "co2", stated(version.effects().co2(), this::value));
        add(lines, "cost", stated(version.effects().cost(), this::value));
        carriers(lines, version);
        finance(lines, version.finance());
        lists(lines, version);
        add(
                lines,
                "participation",
                version.participation() == null
                        ? null
                        : joined(
                                version.participation().text(),
                                version.participation().url()));
        add(lines, "state", version.state() == null ? null : reason(version.state()));
        add(lines, "sources", all(version.sources(), this::source));
        return lines;
    }

    private void carriers(List<Line> lines, ReleasedMeasure version) {
        add(lines, "responsibleBody", stated(version.carriers().responsibleBody(), text -> text));
        add(lines, "lead", joined(version.carriers().lead(), version.carriers().leadMailbox()));
        add(lines, "contributing", all(version.carriers().contributing(), one -> one));
        add(lines, "partners", all(version.carriers().partners(), one -> one));
        add(lines, "spatialScope", term("spatialScope", version.carriers().scope()));
        add(lines, "begin", day(version.schedule().begin()));
        add(lines, "end", day(version.schedule().end()));
        add(lines, "plannedUntil", stated(version.schedule().plannedUntil(), text -> text));
    }

    private void finance(List<Line> lines, ReleasedMeasure.Finance finance) {
        add(lines, "budgetRelation", code("budgetRelation", finance.budgetRelation()));
        add(lines, "costGroup", finance.costGroup());
        add(
                lines,
                "plan",
                all(
                        finance.plan(),
                        row -> joined(
                                row.year() == null
                                        ? measure.get("measure.plan.laterYears")
                                        : row.year().toString(),
                                euros(row.amount()),
                                row.productGroup(),
                                row.line())));
        add(
                lines,
                "funding",
                all(
                        finance.funding(),
                        row -> joined(
                                row.programme(),
                                row.funder(),
                                code("fundingStatus", row.status()),
                                euros(row.amount()))));
    }

    private void lists(List<Line> lines, ReleasedMeasure version) {
        add(lines, "indicators", all(version.indicators(), this::indicator));
        add(lines, "decisions", all(version.decisions(), this::decision));
        add(lines, "projects", all(version.projects(), this::project));
        add(lines, "milestones", all(version.milestones(), this::milestone));
        add(
                lines,
                "statusReports",
                all(
                        version.statusReports(),
                        report -> joined(
                                day(report.asOf()),
                                code("assessment", report.assessment()),
                                report.text(),
                                report.planNextYear())));
        add(
                lines,
                "events",
                all(
                        version.events(),
                        event -> joined(day(event.day()), step(event.kind()), event.title(), event.text())));
        add(
                lines,
                "evaluation",
                version.evaluation() == null
                        ? null
                        : joined(
                                version.evaluation().summary(),
                                all(
                                        version.evaluation().goals(),
                                        goal -> joined(
                                                goal.goal(), code("goalResult", goal.result()), goal.explanation()))));
    }

    /** @return a step from before a take-over as the public page calls it; null for every other event, which has a title */
    private String step(String kind) {
        return KnownSteps.task(kind)
                .map(task -> website.get("website.timeline.step", website.getOr("website.step." + task, task)))
                .orElse(null);
    }

    private String indicator(ReleasedParts.Indicator indicator) {
        return joined(
                indicator.name(),
                number(indicator.goal(), indicator.unit()),
                indicator.goalText(),
                Objects.toString(indicator.targetYear(), null),
                all(
                        indicator.values(),
                        value -> joined(
                                day(value.day()),
                                number(value.value(), indicator.unit()),
                                value.finding(),
                                value.source())));
    }

    private String decision(ReleasedParts.Decision decision) {
        return joined(
                day(decision.decidedOn()),
                decision.body(),
                texts.getOr("publication.result." + decision.result(), decision.result()),
                decision.paperNumber(),
                decision.reason(),
                all(decision.conditions(), condition -> condition));
    }

    private String project(ReleasedParts.Project project) {
        return joined(
                project.title(),
                project.goal(),
                project.bearer(),
                number(project.score(), null),
                project.deviationReason(),
                all(project.milestones(), this::milestone),
                project.result());
    }

    private String milestone(ReleasedParts.Milestone milestone) {
        return joined(milestone.title(), day(milestone.endsOn()), milestone.progress() + " %");
    }

    private String reason(ReleasedMeasure.StateReason state) {
        return joined(code("state", state.state()), state.reason(), state.mergedInto());
    }

    private <T> String stated(Stated<T> stated, Function<T, String> words) {
        if (stated == null) {
            return null;
        }
        return joinedBy(
                "\n",
                Stream.concat(
                        Stream.ofNullable(stated.value() == null ? null : words.apply(stated.value())),
                        stated.others().stream()
                                .map(other -> texts.get(
                                        "publication.otherSource",
                                        other.value() == null
                                                ? measure.get("measure.reportedValue.status.NOT_STATED")
                                                : words.apply(other.value()),
                                        source(other.source())))));
    }

    private String value(StatedValue value) {
        String number = value.from() == null
                ? number(value.number(), unit(value))
                : measure.get(
                        "measure.reportedValue.range",
                        GermanNumber.format(value.from()),
                        number(value.to(), unit(value)));
        String said = number == null ? code("reportedValue.status", value.status()) : number;
        String exact = value.operator() == null || "EQUAL".equals(value.operator())
                ? said
                : code("reportedValue.sign", value.operator()) + " " + said;
        return joined(exact, value.text(), value.reference(), value.source(), day(value.asOf()));
    }

    private String unit(StatedValue value) {
        return code("reportedValue.unit", value.unit());
    }

    private String source(SourceNote source) {
        return joined(source.document(), source.place(), day(source.asOf()), source.url());
    }

    private String term(String kind, Term term) {
        String label = term.label() == null ? code(kind, term.code()) : term.label();
        return term.original() == null ? label : label + " (" + term.original() + ")";
    }

    private String codes(String kind, List<String> codes) {
        return codes.isEmpty()
                ? null
                : codes.stream().map(code -> code(kind, code)).collect(Collectors.joining(", "));
    }

    private String code(String kind, String code) {
        return code == null ? null : measure.getOr("measure." + kind + "." + code, code);
    }

    private static String number(BigDecimal number, String unit) {
        if (number == null) {
            return null;
        }
        return unit == null ? GermanNumber.format(number) : GermanNumber.format(number) + " " + unit;
    }

    private static String euros(BigDecimal amount) {
        return amount == null ? null : GermanNumber.euros(amount);
    }

    private static String day(LocalDate day) {
        return day == null ? null : ReadersLanguage.day(day);
    }

    private static <T> String all(List<T> entries, Function<T, String> text) {
        return entries.isEmpty() ? null : joinedBy("\n", entries.stream().map(text));
    }

    private static String joined(String... parts) {
        return joinedBy(" · ", Stream.of(parts));
    }

    private static String joinedBy(String between, Stream<String> parts) {
        String all = parts.filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(between));
        return all.isEmpty() ? null : all;
    }

    private void add(List<Line> lines, String key, String text) {
        if (text != null) {
            lines.add(new Line(label(key), text));
        }
    }

    private String label(String key) {
        return texts.getOr("publication.part." + key, measure.getOr("measure.field." + key, key));
    }
}
