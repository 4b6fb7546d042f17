package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.GateTable.Taken;
import de.kreislaufstadt.process.DepartmentDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What has been decided so far and which conditions are open, for forms and for the page of the measure. */
@Component
class GateView {

    private final GateTable gates;
    private final ConditionTable conditions;
    private final DepartmentDirectory departments;
    private final ObjectProvider<FurtherDecisions> furtherDecisions;
    private final Texts texts = Texts.of("measure");

    GateView(
            GateTable gates,
            ConditionTable conditions,
            DepartmentDirectory departments,
            ObjectProvider<FurtherDecisions> furtherDecisions) {
        this.furtherDecisions = furtherDecisions;
        this.gates = gates;
        this.conditions = conditions;
        this.departments = departments;
    }

    /** @return decisions so far as a table in Markdown; null where there are none */
    String decisions(String municipality, UUID measureId) {
        List<List<String>> rows = gates.decisions(municipality, measureId).stream()
                .map(Taken::decision)
                .map(decision -> List.of(
                        decision.body(),
                        ReadersLanguage.day(decision.decidedOn()),
                        texts.name("measure.decision", decision.result()),
                        decision.reason() == null ? "–" : decision.reason()))
                .toList();
        return rows.isEmpty() ? null : Markdown.table(head("body", "decidedOn", "result", "reason"), rows);
    }

    /** @return the measure's open conditions as a table in Markdown; null where there are none */
    String openConditions(String municipality, UUID measureId) {
        List<List<String>> rows = conditions.ofMeasure(municipality, measureId).stream()
                .filter(condition -> condition.status() == Condition.Status.OPEN)
                .map(condition -> List.of(
                        condition.text(),
                        departments.nameOf(municipality, condition.department()),
                        ReadersLanguage.day(condition.due())))
                .toList();
        return rows.isEmpty() ? null : Markdown.table(head("condition", "department", "due"), rows);
    }

    /** @return who set a condition and when, in Markdown */
    String setBy(String municipality, UUID measureId, Condition condition) {
        return gates.decisions(municipality, measureId).stream()
                .filter(taken -> taken.id().equals(condition.decision()))
                .map(taken -> texts.get(
                        "measure.condition.setBy",
                        Markdown.escape(taken.decision().body()),
                        ReadersLanguage.day(taken.decision().decidedOn())))
                .findFirst()
                .orElse(texts.get("measure.condition.setWithProjects"));
    }

    /** @return these decisions, and what was decided at gates of its phases, for the measure's page */
    List<Map<String, Object>> decided(String municipality, UUID measureId, List<Taken> decisions) {
        return Stream.concat(
                        decisions.stream().map(this::row),
                        furtherDecisions.stream()
                                .flatMap(module -> module.decisions(municipality, measureId).stream())
                                .map(GateView::row))
                .toList();
    }

    private Map<String, Object> row(Taken taken) {
        MeasureDecision decision = taken.decision();
        String result = taken.preliminary()
                ? texts.get("measure.decision.preliminary")
                : texts.name("measure.decision", decision.result());
        Map<String, Object> data = row(new FurtherDecisions.Taken(
                decision.body(), decision.decidedOn(), result, decision.reason(), decision.paperNumber()));
        data.put(
                "phases",
                decision.phases().stream()
                        .map(phase -> texts.name("measure.phase", phase))
                        .toList());
        data.put("conditions", decision.conditions());
        return data;
    }

    private static Map<String, Object> row(FurtherDecisions.Taken taken) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("body", taken.body());
        data.put("decidedOn", taken.decidedOn().toString());
        data.put("result", taken.result());
        data.put("reason", taken.reason());
        data.put("paperNumber", taken.paperNumber());
        return data;
    }

    /** @return all conditions of the measure for its page, the open ones first */
    List<Map<String, Object>> conditions(String municipality, UUID measureId) {
        List<Condition> all = conditions.ofMeasure(municipality, measureId);
        return Stream.concat(
                        all.stream().filter(condition -> condition.status() == Condition.Status.OPEN),
                        all.stream().filter(condition -> condition.status() != Condition.Status.OPEN))
                .map(condition -> row(municipality, condition))
                .toList();
    }

    private Map<String, Object> row(String municipality, Condition condition) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("text", condition.text());
        row.put("department", departments.nameOf(municipality, condition.department()));
        row.put("due", condition.due().toString());
        row.put("status", condition.status().name());
        row.put("statusLabel", texts.name("measure.condition", condition.status()));
        row.put(
                "reason",
                condition.status() == Condition.Status.LAPSED
                        ? texts.get("measure.condition.lapsed")
                        : condition.reason());
        row.put("proof", condition.proof());
        row.put(
                "settledOn",
                condition.settledOn() == null ? null : condition.settledOn().toString());
        return row;
    }

    private List<String> head(String... columns) {
        return Stream.of(columns)
                .map(column -> texts.get("measure.gate." + column))
                .toList();
    }
}
