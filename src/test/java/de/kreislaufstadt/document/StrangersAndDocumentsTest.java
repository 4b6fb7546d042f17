package de.kreislaufstadt.document;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever may not see a measure finds nothing of its documents, not even that they exist. */
@ApplicationTest
class StrangersAndDocumentsTest {

    @Autowired
    Office office;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private String number;
    private String task;
    private String document;

    @BeforeEach
    void aDocumentOfTheClimateUnitInAProposal() {
        number = office.as("wfm-sachbearbeitung").proposes();
        task = office.open(number, "review-proposal").get(0).getId();
        document = DocumentsInTasksTest.idOf(
                new Registry(port, "klima-sachbearbeitung").attaches(task, "Vermerk.pdf", Samples.pdf()));
    }

    @Test
    void anotherDepartmentFindsNothing() {
        findsNothing(new Registry(port, "stadtwerke-sachbearbeitung"));
    }

    @Test
    void anotherCityFindsNothing() {
        OtherCity.found(jdbc, accounts);

        findsNothing(new Registry(port, OtherCity.CLERK));
    }

    /** Managers read every task of their city in Cockpit; that is no reason to work on it. */
    @Test
    void managersOfOtherDepartmentsLookAndChangeNothing() {
        Registry manager = new Registry(port, "stadtwerke-leitung");
        String inTask = "?task=" + task;

        assertThat(manager.ofTask(task).get("mayAttach").asBoolean()).isFalse();
        assertThat(manager.ofTask(task).at("/documents/0/mayChange").asBoolean())
                .isFalse();
        assertThat(manager.attaches(task, "x.pdf", Samples.pdf()).status()).isEqualTo(403);
        assertThat(manager.browser()
                        .send("DELETE", Registry.API + "documents/" + document + inTask, null)
                        .status())
                .isEqualTo(403);
        assertThat(manager.browser()
                        .get(Registry.API + "documents/" + document + "/versions/1" + inTask)
                        .status())
                .isEqualTo(200);
    }

    /** A document is no more visible through a task of another measure. */
    @Test
    void theTaskOfAnotherMeasureOpensNothing() {
        String other = office.as("wfm-sachbearbeitung").proposes();
        office.as("klima-sachbearbeitung").completes(other, "review-proposal");
        String decision = office.open(other, "decide-measure").get(0).getId();
        Registry head = new Registry(port, "wfm-leitung");

        assertThat(head.browser()
                        .get(Registry.API + "documents/" + document + "/versions/1?task=" + decision)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverIsNotSignedInIsAskedToSignIn() {
        Http nobody = new Http(port);
        for (String path : List.of(
                "tasks/" + task + "/documents",
                "measures/" + number + "/documents",
                "documents/" + document + "/versions/1")) {
            assertThat(nobody.get(Registry.API + path).status()).as(path).isEqualTo(401);
        }
        assertThat(nobody.upload(
                                Registry.API + "tasks/" + task + "/documents?kind=OTHER",
                                Registry.disposition("x.pdf"),
                                BodyPublishers.ofByteArray(Samples.pdf()))
                        .status())
                .isIn(401, 403);
    }

    @Test
    void noIdLeadsAnywhereElse() {
        Registry clerk = new Registry(port, "klima-sachbearbeitung");

        assertThat(clerk.downloads(UUID.randomUUID().toString(), 1).statusCode())
                .isEqualTo(404);
        assertThat(clerk.downloads("no-id", 1).statusCode()).isEqualTo(400);
        assertThat(clerk.downloads(document, 0).statusCode()).isEqualTo(404);
        assertThat(clerk.attaches("no-such-task", "x.pdf", Samples.pdf()).status())
                .isEqualTo(404);
    }

    private void findsNothing(Registry stranger) {
        assertThat(stranger.browser()
                        .get(Registry.API + "tasks/" + task + "/documents")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.browser()
                        .get(Registry.API + "measures/" + number + "/documents")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.attaches(task, "x.pdf", Samples.pdf()).status()).isEqualTo(404);
        assertThat(stranger.attachesToMeasure(number, "x.pdf", Samples.pdf()).status())
                .isEqualTo(404);
        assertThat(stranger.downloads(document, 1).statusCode()).isEqualTo(404);
        assertThat(stranger.browser()
                        .get(Registry.API + "documents/" + document + "/versions/1?task=" + task)
                        .status())
                .isEqualTo(404);
        assertThat(stranger.renews(document, "x.pdf", Samples.pdf()).status()).isEqualTo(404);
        assertThat(stranger.deletes(document).status()).isEqualTo(404);
        assertThat(stranger.restores(document).status()).isEqualTo(404);
        assertThat(new Registry(port, "klima-sachbearbeitung").ofTask(task).get("documents"))
                .hasSize(1);
    }
}
