package de.kreislaufstadt.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.Office;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that are not taken: a clear message, and nothing of them is left, in no table and on no disk. */
@ApplicationTest
class RefusedUploadsTest {

    private static final int LARGEST = 25 * 1024 * 1024;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    @Value("${kreislaufstadt.documents.spool}")
    Path spool;

    @LocalServerPort
    int port;

    private String task;
    private Registry clerk;
    private Map<String, Object> before;

    @BeforeEach
    void aTaskOfTheClimateUnit() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        task = office.open(number, "review-proposal").get(0).getId();
        clerk = new Registry(port, "klima-sachbearbeitung");
        before = rows();
    }

    @AfterEach
    void nothingIsLeft() {
        await().until(this::nothingOnDisk);
        assertThat(rows()).isEqualTo(before);
        JsonNode page = clerk.ofTask(task);
        assertThat(page.get("documents")).isEmpty();
        assertThat(page.get("others")).isEmpty();
    }

    static Stream<Arguments> forbidden() {
        return Stream.of(
                arguments("program called pdf", "rechnung.pdf", Samples.exe(), 415, "Programme, Skripte"),
                arguments("macros", "vorlage.docm", Samples.docm(), 415, "Makros"),
                arguments("macros called docx", "vorlage.docx", Samples.docm(), 415, "Makros"),
                arguments("archive called docx", "vorlage.docx", Samples.zip(), 415, "ZIP-Archive"),
                arguments("picture with scripts", "logo.svg", Samples.svg(), 415, "SVG-Bilder"),
                arguments("picture called pdf", "plan.pdf", Samples.png(), 415, "Der Inhalt ist PNG"),
                arguments("empty", "leer.pdf", new byte[0], 400, "leer"),
                arguments("path", "../../etc/plan.pdf", Samples.pdf(), 400, "/ und \\"),
                arguments("backslash", "C:\\plan.pdf", Samples.pdf(), 400, "/ und \\"),
                arguments("line break", "plan\r\nSet-Cookie: a=b.pdf", Samples.pdf(), 400, "unsichtbare Zeichen"),
                arguments("turned writing", "plan\u202efdp.pdf", Samples.pdf(), 400, "unsichtbare Zeichen"),
                arguments("reserved", "AUX.pdf", Samples.pdf(), 400, "reserviert"),
                arguments("long", "a".repeat(197) + ".pdf", Samples.pdf(), 400, "zu lang"),
                arguments("without ending", "plan", Samples.pdf(), 400, "Endung"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forbidden")
    void isRefusedInGerman(String what, String name, byte[] content, int status, String message) {
        Answer answer = clerk.attaches(task, name, content);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("message").asText()).contains(message);
    }

    @Test
    void isRefusedInEnglishForWhoAsksForIt() {
        clerk.browser().with("Accept-Language", "en");

        assertThat(clerk.attaches(task, "empty.pdf", new byte[0])
                        .json()
                        .get("message")
                        .asText())
                .startsWith("The file is empty");
    }

    @Test
    void aFileWithoutNameOrWithAnUnreadableOne() {
        for (String header : new String[] {null, "attachment", "attachment; filename*=UTF-8''%zz", "\"\";;"}) {
            Answer answer = clerk.browser()
                    .upload(
                            Registry.API + "tasks/" + task + "/documents?kind=OTHER",
                            header,
                            BodyPublishers.ofByteArray(Samples.pdf()));
            assertThat(answer.status()).as(String.valueOf(header)).isEqualTo(400);
        }
    }

    @Test
    void anUnknownKind() {
        assertThat(clerk.attaches(task, "SECRET", "plan.pdf", Samples.pdf()).status())
                .isEqualTo(400);
    }

    @Test
    void oneByteTooMuchThatIsAnnounced() {
        assertIsTooLarge(clerk.attaches(task, "plan.pdf", Samples.pdf(LARGEST + 1)));
    }

    @Test
    void oneByteTooMuchThatIsNotAnnounced() {
        byte[] content = Samples.pdf(LARGEST + 1);

        assertIsTooLarge(clerk.browser()
                .upload(
                        Registry.API + "tasks/" + task + "/documents?kind=OTHER",
                        Registry.disposition("plan.pdf"),
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content))));
    }

    @Test
    void aLargeFileForATaskThatIsGoneIsToldSo() {
        Answer answer = clerk.attaches("no-such-task", "plan.pdf", Samples.pdf(LARGEST));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("message").asText()).contains("Eine Aufgabe kann inzwischen erledigt sein");
    }

    /** What comes after the announced length is no part of the file: the truncated rest is damaged and refused. */
    @Test
    void moreThanIsAnnounced() throws IOException {
        byte[] content = Samples.docx();
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(content.length - 10).getBytes(StandardCharsets.ISO_8859_1));
            out.write(content);
            out.flush();

            assertThat(statusOf(socket.getInputStream())).isEqualTo(415);
        }
    }

    @Test
    void aConnectionThatIsCutInTheMiddle() throws IOException {
        byte[] content = Samples.pdf(1_000_000);
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(content.length).getBytes(StandardCharsets.ISO_8859_1));
            out.write(Arrays.copyOf(content, content.length / 2));
            out.flush();
            await("half of the file has arrived").until(() -> !nothingOnDisk());
        }
    }

    @Test
    void aConnectionThatEndsBeforeTheAnnouncedLengthIsToldSo() throws IOException {
        byte[] content = Samples.pdf(1_000_000);
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(content.length).getBytes(StandardCharsets.ISO_8859_1));
            out.write(Arrays.copyOf(content, content.length / 2));
            out.flush();
            socket.shutdownOutput();

            assertThat(statusOf(socket.getInputStream())).isEqualTo(400);
        }
    }

    @Test
    void aRequestWithoutTheTokenOfThePage() {
        clerk.browser().with("X-XSRF-TOKEN", "forged");

        assertThat(clerk.attaches(task, "plan.pdf", Samples.pdf()).status()).isEqualTo(403);
        clerk = new Registry(port, "klima-sachbearbeitung");
    }

    private static void assertIsTooLarge(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        assertThat(answer.json().get("message").asText()).contains("höchstens 25 MB");
    }

    private String head(int length) {
        return "POST " + Registry.API + "tasks/" + task + "/documents?kind=OTHER HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nContent-Disposition: " + Registry.disposition("plan.docx")
                + "\r\nContent-Type: application/octet-stream\r\nConnection: close\r\nContent-Length: " + length
                + "\r\n"
                + clerk.browser().head() + "\r\n";
    }

    private static int statusOf(InputStream in) throws IOException {
        String line = new String(in.readNBytes("HTTP/1.1 400".length()), StandardCharsets.ISO_8859_1);
        return Integer.parseInt(line.substring("HTTP/1.1 ".length()));
    }

    private Map<String, Object> rows() {
        return jdbc.sql("select (select count(*) from document) as documents,"
                        + " (select count(*) from document_version) as versions,"
                        + " (select count(*) from document_chunk) as pieces")
                .query()
                .singleRow();
    }

    private boolean nothingOnDisk() throws IOException {
        if (!Files.isDirectory(spool)) {
            return true;
        }
        try (Stream<Path> files = Files.list(spool)) {
            return files.findAny().isEmpty();
        }
    }
}
