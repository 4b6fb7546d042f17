package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round whose comments are being consolidated: two passages, one comment on each and one on the whole. */
@ApplicationTest
abstract class ModelPaths {

    static final String COMPONENTS = "/camunda/api/kreislaufstadt/components";
    static final String ROUND = COMPONENTS + "/STRATEGY/rounds/2";

    static final String FIRST = """
            [{"anchor": "ziele", "heading": "Ziele", "text": "Städte sparen Rohstoffe."},
             {"anchor": "wege", "heading": "Wege", "text": "Sie tauschen sich aus."}]""";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @LocalServerPort
    int port;

    ModelOffice office;
    UUID before;
    UUID round;
    UUID other;
    UUID partner;
    UUID ownComment;
    UUID foreignComment;
    UUID onTheWhole;

    private final Map<String, Http> browsers = new HashMap<>();

    @BeforeEach
    void anOfficeWithARound() {
        office = new ModelOffice(jdbc, accounts, events);
        office.found();
        before = office.round("STRATEGY", 1, "PUBLISHED");
        office.version("STRATEGY", 1, before, FIRST);
        round = office.round("STRATEGY", 2, "CONSOLIDATING");
        office.section(round, 1, "ziele", "Städte sparen Rohstoffe und Flächen.");
        office.section(round, 2, "neu", "Ein neuer Abschnitt.");
        other = office.request(round, "anderestadt", "ANSWERED");
        partner = office.request(round, "partner07", "ANSWERED");
        office.request(round, "partner08", "UNREACHABLE");
        ownComment = office.comment(round, other, 1, "ziele", "Flächen fehlen nicht");
        foreignComment = office.comment(round, partner, 1, "ziele", "Geheim bis zuletzt");
        onTheWhole = office.comment(round, partner, 2, null, "Im Ganzen gut");
    }

    @AfterEach
    void theOfficeGoes() {
        office.leave();
    }

    Http browser(String user) {
        return browsers.computeIfAbsent(user, name -> {
            Http http = new Http(port);
            http.signIn(name, "tasklist");
            return http;
        });
    }

    Http moderation() {
        return browser(ModelOffice.MODERATION);
    }

    static String answer(String kind, String text, String seen) {
        return "{\"answer\": \"%s\", \"text\": \"%s\", \"seen\": %s}"
                .formatted(kind, text, seen == null ? "null" : "\"" + seen + "\"");
    }

    static List<String> fields(Http.Answer answer) {
        return answer.json().path("errors").findValuesAsText("field");
    }
}
