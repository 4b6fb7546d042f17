package de.kreislaufstadt.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Files of the largest size, and people whose connection is slow: more of them than there are database connections. Nobody
 * else has to wait for them, and the files are never in memory.
 */
@ApplicationTest
class SlowConnectionsTest {

    private static final int LARGEST = 25 * 1024 * 1024;

    /** The pool of the tests has eight connections. */
    private static final int PEOPLE = 10;

    /** A fifth of what would be in memory if the files were. */
    private static final long LITTLE = PEOPLE * (LARGEST / 5L);

    @Autowired
    Office office;

    @Value("${kreislaufstadt.documents.spool}")
    Path spool;

    @LocalServerPort
    int port;

    private final List<Socket> sockets = new ArrayList<>();
    private String task;
    private Registry clerk;

    @BeforeEach
    void aTaskOfTheClimateUnit() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        task = office.open(number, "review-proposal").get(0).getId();
        clerk = new Registry(port, "klima-sachbearbeitung");
    }

    @AfterEach
    void everybodyGoes() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        await().until(() -> waiting() == 0);
    }

    @Test
    void slowSendersHoldNeitherConnectionsNorMemory() throws IOException {
        byte[] most = Arrays.copyOf(Samples.pdf(LARGEST), LARGEST - 1000);
        long before = usedMemory();
        for (int i = 0; i < PEOPLE; i++) {
            OutputStream out = begin("POST", "tasks/" + task + "/documents?kind=OTHER", LARGEST);
            out.write(most);
            out.flush();
        }
        await().until(() -> waiting() == PEOPLE && onDisk() > PEOPLE * (LARGEST - 200_000L));

        assertThat(clerk.ofTask(task).get("documents")).isEmpty();
        assertThat(usedMemory() - before).isLessThan(LITTLE);
    }

    @Test
    void slowReadersHoldNeitherConnectionsNorMemory() throws IOException {
        byte[] content = Samples.pdf(LARGEST);
        String id = DocumentsInTasksTest.idOf(clerk.attaches(task, "groß.pdf", content));
        assertThat(clerk.downloads(id, 1).body()).isEqualTo(content);
        long before = usedMemory();
        for (int i = 0; i < PEOPLE; i++) {
            begin("GET", "documents/" + id + "/versions/1", 0).flush();
        }
        for (Socket socket : sockets) {
            assertThat(socket.getInputStream().readNBytes(12))
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("HTTP/1.1 200");
        }

        assertThat(clerk.ofTask(task).get("documents")).hasSize(1);
        assertThat(usedMemory() - before).isLessThan(LITTLE);
    }

    private OutputStream begin(String method, String path, int length) throws IOException {
        Socket socket = new Socket("localhost", port);
        sockets.add(socket);
        OutputStream out = socket.getOutputStream();
        String head = method + " " + Registry.API + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nContent-Disposition: " + Registry.disposition("langsam.pdf") + "\r\nContent-Length: " + length
                + "\r\n" + clerk.browser().head() + "\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        return out;
    }

    private long waiting() throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            return files.count();
        }
    }

    private long onDisk() throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
