package de.kreislaufstadt.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.audit.ActionsInHand.Noted;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.DecisionAnswered;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.RetentionPeriods;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appends to the log, in one statement for all that a transaction has done in a municipality. */
@Repository
class LogTable {

    static final String VALUES = "audit-values";
    static final String PEOPLE = "audit-people";
    private static final String REASONS = "task-reasons";

    private static final String HEADS = "-head";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final JdbcClient jdbc;
    private final RetentionPeriods periods;
    private final ObjectMapper json;

    LogTable(JdbcClient jdbc, RetentionPeriods periods, ObjectMapper json) {
        this.jdbc = jdbc;
        this.periods = periods;
        this.json = json;
    }

    void append(String municipality, List<Noted> actions) {
        ArrayNode all = json.createArrayNode();
        actions.forEach(one -> describe(one, all.addObject()));
        LocalDate today = day(actions.get(0));
        jdbc.sql("select append_audit(:municipality, cast(:actions as jsonb), :peopleUntil)")
                .param("municipality", municipality)
                .param("actions", all.toString())
                .param("peopleUntil", today.plus(periods.of(municipality, PEOPLE)))
                .query(Long.class)
                .single();
    }

    private void describe(Noted one, ObjectNode row) {
        BusinessAction action = one.action();
        row.put("measure", Objects.toString(action.measureId(), null))
                .put("kind", action.kind().name())
                .put("process", action.subject().processKey())
                .put("task", action.subject().taskKey())
                .put("taskId", action.subject().taskId())
                .put("item", action.subject().item())
                .put("actor", action.actor())
                .put("role", action.role())
                .put(isGroup(action) ? "deputyRole" : "deputyFor", action.deputyFor())
                .put("at", one.at().toString())
                .put("version", action.modelVersion());
        LocalDate changesUntil = day(one).plus(periods.of(action.municipality(), VALUES));
        row.put("deleteOn", text(changesUntil));
        // Where nobody says what was there before, it is what the same step has entered last time.
        row.put(
                "again",
                action.kind() == Kind.STEP_COMPLETED
                        && action.changes().stream().allMatch(change -> change.from() == null));
        ArrayNode parts = row.putArray("parts");
        action.changes().forEach(change -> describe(change, parts.addObject().put("deleteOn", text(changesUntil))));
        if (action.reason() != null) {
            LocalDate until = day(one).plus(periods.of(action.municipality(), REASONS));
            parts.addObject()
                    .put("sort", "REASON")
                    .put("field", "reason")
                    .put("logged", written(json.createObjectNode().put("to", action.reason())))
                    .put("deleteOn", text(until));
        }
        one.answers().forEach(answer -> describe(answer, parts.addObject().put("deleteOn", text(changesUntil))));
    }

    private void describe(Change change, ObjectNode part) {
        part.put("sort", change.sort().name()).put("field", change.field());
        switch (change.sort()) {
            // The database puts their tokens in.
            case PERSON -> part.put("from", change.from()).put("to", change.to());
            case WITHHELD -> part.put("logged", "{}");
            case VALUE -> part.put("from", change.from()).put("to", change.to());
        }
    }

    private void describe(DecisionAnswered answer, ObjectNode part) {
        ObjectNode said = json.createObjectNode();
        said.put("own", answer.municipality() != null);
        said.set("inputs", json.valueToTree(answer.inputs()));
        said.set("answers", json.valueToTree(answer.answers()));
        said.set("rules", json.valueToTree(answer.rules()));
        said.set("reasons", json.valueToTree(answer.reasons()));
        part.put("sort", "DECISION").put("field", answer.decision()).put("logged", written(said));
    }

    private String written(ObjectNode values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree is always JSON", e);
        }
    }

    /** In whose place: a person, who gets a token, or the heads of a department. */
    private static boolean isGroup(BusinessAction action) {
        return action.deputyFor() != null
                && action.deputyFor().startsWith(action.municipality() + "-")
                && action.deputyFor().endsWith(HEADS);
    }

    private static LocalDate day(Noted one) {
        return one.at().atZone(ZONE).toLocalDate();
    }

    private static String text(LocalDate day) {
        return day.toString();
    }
}
