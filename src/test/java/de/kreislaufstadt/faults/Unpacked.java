package de.kreislaufstadt.faults;

import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.journey.City;
import de.kreislaufstadt.journey.ComposeFile;
import de.kreislaufstadt.journey.ProductionApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The packaged product as its image starts it: unpacked, and with what an earlier start has written down of its classes. */
final class Unpacked {

    private static final String DATABASE = "training";

    private Unpacked() {}

    /** @return the end of the command line that starts it */
    static List<String> in(Path folder, DatabaseServer server) throws IOException, InterruptedException {
        Path jar = ProductionApplication.jar();
        Path unpacked = folder.resolve("unpacked");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        unpacked.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("unpacking.log").toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("unpacking.log")));
        }
        List<String> start = List.of("-jar", unpacked.resolve(jar.getFileName()).toString());
        Path archive = folder.resolve("classes.jsa");
        train(server, List.of("-XX:ArchiveClassesAtExit=" + archive, start.get(0), start.get(1)));
        return List.of("-XX:SharedArchiveFile=" + archive, start.get(0), start.get(1));
    }

    private static void train(DatabaseServer server, List<String> what) {
        server.create(DATABASE);
        String url = "jdbc:postgresql://localhost:" + server.port() + "/" + DATABASE;
        try (ProductionApplication once = ProductionApplication.starting(
                ComposeFile.environment(url, UUID.randomUUID().toString(), City.FILE), what)) {
            once.awaitReady();
            once.askToEnd();
            await("classes written down").atMost(Duration.ofMinutes(2)).until(() -> !once.isAlive());
        }
    }
}
