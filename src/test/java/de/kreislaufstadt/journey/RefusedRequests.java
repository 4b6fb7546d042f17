package de.kreislaufstadt.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.journey.Desk.Way;
import de.kreislaufstadt.journey.OpenTasks.Kind;
import de.kreislaufstadt.support.Http.Answer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Requests that are wrong as a whole: not the one transient form that is asked for, or not from who may send it. */
final class RefusedRequests {

    private static final String NO_FORM = ": Es wurde kein ausgefülltes Formular übermittelt.";
    private static final String NOT_A_FORM = ": Hier wird ein Formular mit Feldern erwartet, angegeben ist ";
    private static final String UNREADABLE = ": Das Formular ist nicht lesbar.";
    private static final String ALONE = ": Nur das Formular darf übermittelt werden, keine weiteren Werte.";
    private static final String STORED =
            ": Das Formular muss als nicht gespeicherter Wert (transient) übermittelt werden.";
    private static final String VALID = "{\"result\": \"FORWARD\", \"body\": \"HEAD\"}";

    private RefusedRequests() {}

    /** Sends something wrong on one of the two ways. */
    interface Request {
        Answer send(OpenTasks open, Way way);
    }

    /** @param refusal the one problem named; null where the answer is not about a form */
    record Case(String what, Request request, Set<Integer> statuses, String refusal) {

        @Override
        public String toString() {
            return what;
        }
    }

    static List<Case> all() {
        return Stream.concat(bodies().stream(), people().stream()).toList();
    }

    private static List<Case> bodies() {
        return List.of(
                body("no variables", "{}", NO_FORM),
                body("empty variables", "{\"variables\": {}}", NO_FORM),
                body("another variable beside the form", with(form(VALID), "decision", "\"APPROVE\"", "String"), ALONE),
                body("a routing value instead of the form", with("", "reviewResult", "\"FORWARD\"", "String"), ALONE),
                body("a form that would be stored", form(VALID).replace("true", "false"), STORED),
                body(
                        "a form without saying transient",
                        "{\"variables\": {\"form\": {\"value\": " + quoted(VALID) + ", \"type\": \"Json\"}}}",
                        STORED),
                body("a form as text", form(VALID).replace("Json", "String"), UNREADABLE),
                body(
                        "a form as serialised object",
                        form(VALID)
                                .replace("\"Json\"", "\"Object\"")
                                .replace(
                                        "\"transient\": true",
                                        "\"transient\": true, \"objectTypeName\": \"java.util.HashMap\","
                                                + " \"serializationDataFormat\": \"application/x-java-serialized-object\""),
                        null),
                body(
                        "a form as file",
                        form(VALID)
                                .replace("\"Json\"", "\"File\"")
                                .replace("\"transient\": true", "\"transient\": true, \"filename\": \"x\""),
                        null),
                body("a form of unknown type", form(VALID).replace("Json", "Yaml"), null),
                body("a list as form", form("[]"), NOT_A_FORM + "eine Liste."),
                body("a number as form", form("7"), NOT_A_FORM + "eine Zahl."),
                body("null as form", form("null"), NOT_A_FORM + "nichts."),
                body("half a form", form("{\"result\": "), null),
                body(
                        "a form of a thousand levels",
                        form("{\"result\": " + "[".repeat(2000) + "]".repeat(2000) + "}"),
                        null),
                body(
                        "a number beyond all numbers",
                        form("{\"result\": 1e400}"),
                        "result: Hier wird einer der angebotenen Werte erwartet, angegeben ist eine Zahl."),
                body("half a request", "{\"variables\": ", null),
                body("a list as request", "[]", null),
                body("no request", "", null),
                body("three megabytes", form("{\"note\": \"" + "x".repeat(3 * 1024 * 1024) + "\"}"), null));
    }

    private static List<Case> people() {
        String right = form(VALID);
        return List.of(
                by("umwelt", "another department", right, Set.of(403, 404)),
                by("marketing", "a department that has nothing to do with it", right, Set.of(403, 404)),
                new Case(
                        "the clerk instead of the head",
                        (open, way) -> open.city().desk("wfm").sends(way, open.id(Kind.DECISION), form(Kind.DECISION)),
                        Set.of(403, 404),
                        null),
                new Case(
                        "a task that is done",
                        (open, way) -> open.city().desk("klima").sends(way, open.completed(), right),
                        Set.of(409),
                        null),
                new Case(
                        "a task that never was",
                        (open, way) -> open.city()
                                .desk("klima")
                                .sends(way, UUID.randomUUID().toString(), right),
                        Set.of(403, 404),
                        null),
                new Case(
                        "a task that somebody else has claimed",
                        (open, way) -> open.city().desk("klima").sends(way, open.claimed(), right),
                        Set.of(400),
                        ": Diese Aufgabe hat bereits eine andere Person übernommen."),
                new Case(
                        "nobody",
                        (open, way) -> open.city().stranger().sends(way, open.id(Kind.REVIEW), right),
                        Set.of(401),
                        null));
    }

    private static Case body(String what, String body, String refusal) {
        return new Case(
                what,
                (open, way) -> open.city().desk("klima").sends(way, open.id(Kind.REVIEW), body),
                Set.of(400, 403, 413),
                refusal);
    }

    private static Case by(String place, String what, String body, Set<Integer> statuses) {
        return new Case(
                what, (open, way) -> open.city().desk(place).sends(way, open.id(Kind.REVIEW), body), statuses, null);
    }

    private static String form(Kind kind) {
        return Desk.form(kind.valid());
    }

    private static String form(String value) {
        return "{\"variables\": {\"form\": {\"value\": " + quoted(value)
                + ", \"type\": \"Json\", \"valueInfo\": {\"transient\": true}}}}";
    }

    private static String with(String form, String name, String value, String type) {
        ObjectNode body = form.isEmpty() ? Forms.object() : (ObjectNode) Forms.parse(form);
        body.withObject("/variables").putObject(name).put("type", type).set("value", Forms.parse(value));
        return body.toString();
    }

    private static String quoted(String value) {
        return Forms.object().textNode(value).toString();
    }
}
