package de.kreislaufstadt.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.Injections;
import de.kreislaufstadt.support.Office;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do with documents, over HTTP as their browser does it. */
@ApplicationTest
class DocumentsInTasksTest {

    @Autowired
    Office office;

    @Autowired
    DocumentRetention retention;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private String number;
    private String task;
    private Registry clerk;

    @BeforeEach
    void aTaskOfTheClimateUnit() {
        number = office.as("wfm-sachbearbeitung").proposes();
        task = office.open(number, "review-proposal").get(0).getId();
        clerk = new Registry(port, "klima-sachbearbeitung");
    }

    @Test
    void aFileIsListedWithAllThatAClerkWantsToKnow() {
        Answer answer = clerk.attaches(task, "EVIDENCE", "Prüfvermerk (Entwurf).pdf", Samples.pdf());

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode entry = clerk.ofTask(task).at("/documents/0");
        assertThat(entry).isEqualTo(answer.json());
        assertThat(entry.get("name").asText()).isEqualTo("Prüfvermerk (Entwurf).pdf");
        assertThat(entry.get("kind").asText()).isEqualTo("EVIDENCE");
        assertThat(entry.get("step").asText()).isEqualTo("Vorschlag prüfen");
        assertThat(entry.get("department").asText()).isEqualTo("Stabsstelle Klima");
        assertThat(entry.get("mayChange").asBoolean()).isTrue();
        assertThat(entry.at("/versions/0/type").asText()).isEqualTo("PDF");
        assertThat(entry.at("/versions/0/size").asInt()).isEqualTo(1000);
        assertThat(entry.at("/versions/0/by").asText()).isEqualTo("Sachbearbeitung Stabsstelle Klima");
        assertThat(entry.at("/versions/0/at").asText()).startsWith("20");
    }

    @Test
    void aDownloadIsTheSameFileAndCannotActAsAPage() {
        byte[] content = Samples.pdf(3 * ChunkTable.LENGTH + 17);
        String id = idOf(clerk.attaches(task, "Bäume \"Plan\" 'A'; x=y.pdf".replace("\"", ""), content));

        HttpResponse<byte[]> download = clerk.downloads(id, 1);

        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.body()).isEqualTo(content);
        assertThat(Registry.nameIn(download)).isEqualTo("Bäume Plan 'A'; x=y.pdf");
        assertThat(download.headers().allValues("Content-Disposition"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("attachment;")
                .contains("filename*=UTF-8''B%C3%A4ume%20Plan");
        assertThat(download.headers().allValues("Content-Type")).containsExactly("application/pdf");
        assertThat(download.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(download.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox");
        assertThat(download.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
    }

    /** A name is taken as it is or refused; in the header of a download it is one file's name and nothing more. */
    @Test
    void aDangerousNameIsKeptAsItIsOrRefused() {
        List<String> taken = new ArrayList<>();
        for (String text : Injections.TEXTS) {
            String name = text + ".txt";
            Answer answer = clerk.attaches(task, name, Samples.text("eins"));
            assertThat(answer.status()).as(name).isIn(201, 400);
            if (answer.status() == 201) {
                taken.add(name);
                HttpResponse<byte[]> download = clerk.downloads(idOf(answer), 1);
                assertThat(Registry.nameIn(download)).isEqualTo(name);
                assertThat(download.headers().allValues("Content-Disposition"))
                        .singleElement()
                        .asString()
                        .matches("attachment; filename=\"[^\"]+\"; filename\\*=UTF-8''[A-Za-z0-9%.!#$&+^_`|~-]+");
            } else {
                assertThat(answer.json().get("message").asText()).doesNotContain(text);
            }
        }

        assertThat(taken)
                .contains("{{constructor.constructor('window.__injected=1')()}}.txt", "'; drop table measure; --.txt");
        assertThat(clerk.ofTask(task).get("documents"))
                .extracting(entry -> entry.get("name").asText())
                .containsExactlyInAnyOrderElementsOf(taken);
    }

    @Test
    void aNewVersionKeepsTheOldOne() {
        String id = idOf(clerk.attaches(task, "Vermerk.txt", Samples.text("eins")));

        Answer answer = clerk.renews(id, "Vermerk überarbeitet.txt", Samples.text("zwei"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode entry = clerk.ofTask(task).at("/documents/0");
        assertThat(entry.get("name").asText()).isEqualTo("Vermerk überarbeitet.txt");
        assertThat(entry.get("versions"))
                .extracting(version -> version.get("number").asInt())
                .containsExactly(2, 1);
        assertThat(clerk.downloads(id, 1).body()).asString().isEqualTo("eins");
        assertThat(clerk.downloads(id, 2).body()).asString().isEqualTo("zwei");
        assertThat(clerk.downloads(id, 3).statusCode()).isEqualTo(404);
    }

    @Test
    void twoNewVersionsInTheSameMomentAreBothKept() throws Exception {
        String id = idOf(clerk.attaches(task, "Vermerk.txt", Samples.text("eins")));
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Integer> answers = new ArrayList<>();
        try {
            List<Callable<Integer>> uploads = List.of(
                    () -> clerk.renews(id, "links.txt", Samples.text("links")).status(),
                    () -> clerk.renews(id, "rechts.txt", Samples.text("rechts")).status());
            for (Future<Integer> answer : both.invokeAll(uploads)) {
                answers.add(answer.get());
            }
        } finally {
            both.shutdownNow();
        }

        assertThat(answers).containsExactly(201, 201);
        assertThat(List.of(text(id, 2), text(id, 3))).containsExactlyInAnyOrder("links", "rechts");
    }

    @Test
    void aDeletedDocumentCanBeTakenBack() {
        String id = idOf(clerk.attaches(task, "Vermerk.txt", Samples.text("eins")));

        assertThat(clerk.deletes(id).status()).isEqualTo(200);
        JsonNode page = clerk.ofTask(task);
        assertThat(page.get("documents")).isEmpty();
        assertThat(page.at("/deleted/0/id").asText()).isEqualTo(id);
        assertThat(page.at("/deleted/0/deletedBy").asText()).isEqualTo("Sachbearbeitung Stabsstelle Klima");
        assertThat(clerk.downloads(id, 1).statusCode()).isEqualTo(404);
        assertThat(clerk.renews(id, "x.txt", Samples.text("x")).status()).isEqualTo(404);

        assertThat(clerk.restores(id).status()).isEqualTo(200);
        assertThat(clerk.ofTask(task).get("documents")).hasSize(1);
        assertThat(text(id, 1)).isEqualTo("eins");
    }

    @Test
    void theContentOfADeletedDocumentGoesWhenItsTimeHasCome() {
        String id = idOf(clerk.attaches(task, "Bewerbung Beispiel.txt", Samples.text("eins")));
        String kept = idOf(clerk.attaches(task, "bleibt.txt", Samples.text("bleibt")));
        clerk.deletes(id);
        LocalDate today = CityDay.today();

        retention.forget(Office.MUNICIPALITY, today.plusDays(29));
        assertThat(pieces(id)).isEqualTo(1);
        retention.forget(Office.MUNICIPALITY, today.plusDays(30));

        assertThat(pieces(id)).isZero();
        assertThat(pieces(kept)).isEqualTo(1);
        assertThat(nameOf(id)).isEqualTo("–");
        assertThat(clerk.restores(id).status()).isEqualTo(409);
        assertThat(clerk.ofTask(task).get("deleted")).isEmpty();
    }

    @Test
    void theContentOfAllOthersGoesTenYearsAfterTheArchiveHasAnswered() {
        String id = idOf(clerk.attaches(task, "Vermerk Beispiel.txt", Samples.text("eins")));
        LocalDate answered = LocalDate.of(2020, 5, 4);
        jdbc.sql("insert into measure_archive_offer (id, municipality_id, measure_id, offered_on, answer, answered_on,"
                        + " offered_by) select gen_random_uuid(), municipality_id, id, :day, 'DECLINED', :day, 'wfm-leitung'"
                        + " from measure where number = :number")
                .param("day", answered)
                .param("number", number)
                .update();
        retention.forget(Office.MUNICIPALITY, answered.plusYears(20));
        assertThat(pieces(id)).as("the measure goes on").isEqualTo(1);

        jdbc.sql("update measure set state = 'COMPLETED' where number = :number")
                .param("number", number)
                .update();
        retention.forget(Office.MUNICIPALITY, answered.plusYears(10).minusDays(1));
        assertThat(pieces(id)).isEqualTo(1);
        retention.forget(Office.MUNICIPALITY, answered.plusYears(10));

        assertThat(pieces(id)).isZero();
        assertThat(nameOf(id)).isEqualTo("–");
        assertThat(clerk.ofTask(task).get("documents")).isEmpty();
        assertThat(clerk.downloads(id, 1).statusCode()).isEqualTo(404);
        assertThat(clerk.restores(id).status()).isIn(403, 404, 409);
    }

    @Test
    void theNextStepShowsWhatTheLastOneHasBrought() {
        String id = idOf(clerk.attaches(task, "Vermerk.txt", Samples.text("eins")));
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        Registry head = new Registry(port, "wfm-leitung");
        String decision = office.open(number, "decide-measure").get(0).getId();

        JsonNode entry = head.ofTask(decision).at("/documents/0");

        assertThat(entry.get("id").asText()).isEqualTo(id);
        assertThat(head.downloads(id, 1).body()).asString().isEqualTo("eins");
        assertThat(entry.get("mayChange").asBoolean())
                .as("the lead keeps the record in order")
                .isTrue();
    }

    @Test
    void theRecordTakesDocumentsFromTheLeadWithoutATask() {
        Registry lead = new Registry(port, "wfm-sachbearbeitung");

        Answer answer = lead.attachesToMeasure(number, "Foto.png", Samples.png());

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(lead.ofMeasure(number).at("/documents/0/name").asText()).isEqualTo("Foto.png");
        JsonNode page = clerk.ofTask(task);
        assertThat(page.get("documents")).isEmpty();
        assertThat(page.at("/others/0/name").asText()).isEqualTo("Foto.png");
        assertThat(page.at("/others/0/mayChange").asBoolean()).isFalse();
    }

    @Test
    void readersNeitherAddNorChange() {
        String id =
                idOf(new Registry(port, "wfm-sachbearbeitung").attachesToMeasure(number, "Foto.png", Samples.png()));

        assertThat(clerk.ofMeasure(number).get("mayAttach").asBoolean()).isFalse();
        assertThat(clerk.attachesToMeasure(number, "x.png", Samples.png()).status())
                .isEqualTo(403);
        assertThat(clerk.renews(id, "x.png", Samples.png()).status()).isEqualTo(403);
        assertThat(clerk.deletes(id).status()).isEqualTo(403);
        assertThat(clerk.restores(id).status()).isEqualTo(403);
        assertThat(clerk.downloads(id, 1).statusCode()).isEqualTo(200);
    }

    private String text(String id, int version) {
        return new String(clerk.downloads(id, version).body(), StandardCharsets.UTF_8);
    }

    private String nameOf(String document) {
        return jdbc.sql("select name from document_version where document_id = cast(:id as uuid)")
                .param("id", document)
                .query(String.class)
                .single();
    }

    private int pieces(String document) {
        return jdbc.sql("select count(*) from document_chunk c join document_version v on v.id = c.version_id"
                        + " where v.document_id = cast(? as uuid)")
                .param(document)
                .query(Integer.class)
                .single();
    }

    static String idOf(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }
}
