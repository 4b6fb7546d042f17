package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator in front of the tab Übernahmen; the work in the background is done when a test says so. */
abstract class ImportingAdministrator {

    static final String ROOT = "/camunda/api/kreislaufstadt/admin/imports/";

    private static final String HEAD = "Kennung in anderen Systemen;Titel;Was ist im Einzelnen geplant?;Handlungsfeld;"
            + "Verantwortliche Stelle, wie veröffentlicht;Kosten\n";

    private static final LocalDate AS_OF = LocalDate.of(2024, 3, 26);

    private static final String SAID = """
            {"document": "Klimastadtvertrag", "asof": "%s", "lead": "klima", "state": "IMPLEMENTATION"}
            """;

    /** So that no two tests mean the same measure. */
    private final String own = UUID.randomUUID().toString().substring(0, 8);

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    @Autowired
    Accounts accounts;

    @Autowired
    ImportWorker worker;

    private Http admin;

    Http admin() {
        if (admin == null) {
            admin = new Http(port);
            admin.signIn("admin", "tasklist");
        }
        return admin;
    }

    String id(String name) {
        return name + own;
    }

    /** A table of one measure. */
    String row(String id, String title, String cost) {
        return HEAD + id(id) + ";" + title + ";Wir bauen.;Bauen und Sanieren;Stadt;" + cost + "\n";
    }

    String path(String run) {
        return ROOT + Office.MUNICIPALITY + "/runs/" + run;
    }

    String begun() {
        return begun(AS_OF);
    }

    /** @param asOf day that the source is as of */
    String begun(LocalDate asOf) {
        Http.Answer answer = admin().post(ROOT + Office.MUNICIPALITY + "/runs", SAID.formatted(asOf));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    Http.Answer upload(String run, String name, byte[] content) {
        return admin().upload(
                        path(run) + "/files",
                        "attachment; filename=\"" + name + "\"",
                        BodyPublishers.ofByteArray(content));
    }

    void plan(String run, String body) {
        assertThat(admin().post(path(run) + "/plan", body).status()).isEqualTo(202);
        work();
    }

    /** @return id of an import of this table that was looked at */
    String planned(String table) {
        String run = begun();
        assertThat(upload(run, "liste.csv", table.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(201);
        plan(run, "{}");
        return run;
    }

    void apply(String run) {
        assertThat(admin().post(path(run) + "/apply", "{}").status()).isEqualTo(202);
        work();
    }

    void work() {
        worker.workOff(() -> true);
    }

    JsonNode run(String run) {
        return admin().get(path(run)).json();
    }

    /** @param run only what belongs to it, null for all */
    long count(String table, String run) {
        return office.jdbc()
                .sql("select count(*) from " + table + " where municipality_id = 'muenster'"
                        + (run == null ? "" : " and run_id = cast(:run as uuid)"))
                .param("run", run)
                .query(Long.class)
                .single();
    }
}
