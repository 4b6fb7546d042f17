package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The drill: {@code java -jar … backup write} beside a city at work, {@code backup restore} into an empty database, and the
 * application goes on there. Afterwards the same for a start that cannot work.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BackupIT {

    private static final String CLERK = "wfm-sachbearbeitung";
    private static final String API = "/camunda/api/kreislaufstadt/";
    private static final byte[] CONTENT = new byte[700_000];

    static {
        Arrays.fill(CONTENT, (byte) 'k');
    }

    @TempDir
    private Path directory;

    @Test
    void aCityGoesOnFromItsBackupAsIfNothingHadHappened() throws IOException, InterruptedException {
        City city = City.open();
        Course decided = new Course(city);
        ProposalStage.travel(decided);
        Course proposed = new Course(city).proposes("wfm", Forms.full("propose-measure"));
        String document = attached(city, decided.number());
        Path file = directory.resolve("kreislaufstadt.backup");

        writtenWhilePeopleWork(city, file);

        assertThat(run(city.database(), "backup", "restore", "--replace", file.toString()))
                .isEqualTo(1);
        assertThat(errors()).contains("Die Anwendung läuft").doesNotContain("\tat ", "Exception");
        try (CityDatabase restored = new CityDatabase()) {
            assertThat(run(restored, "backup", "restore", file.toString()))
                    .as(errors())
                    .isZero();
            assertThat(output()).contains("Prüfsummen aller Tabellen, Zähler und Rechte stimmen");
            assertThat(run(restored, "backup", "restore", file.toString())).isEqualTo(1);
            assertThat(errors()).contains("nicht leer");
            assertThat(run(restored, "audit", "verify")).as(errors()).isZero();
            assertThat(output()).contains(City.ID + ": ");
            goesOn(city, restored, decided, proposed, document);
        }
    }

    private void writtenWhilePeopleWork(City city, Path file) throws IOException, InterruptedException {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger completed = new AtomicInteger();
        ExecutorService people = Executors.newSingleThreadExecutor();
        try {
            Future<?> work = people.submit(() -> {
                while (!enough.get()) {
                    Answer answer = city.desk("wfm").proposes(Forms.full("propose-measure"));
                    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                    reviewed(city, answer.json().path("businessKey").asText());
                    completed.incrementAndGet();
                }
            });
            await("people at work").until(() -> completed.get() > 0);
            int before = completed.get();
            assertThat(run(city.database(), "backup", "write", file.toString()))
                    .as(errors())
                    .isZero();
            assertThat(completed.get()).as("completed meanwhile").isGreaterThan(before);
            assertThat(output()).startsWith("Gesichert in " + file);
            enough.set(true);
            work.get();
        } catch (ExecutionException e) {
            throw new AssertionError("people at work", e);
        } finally {
            enough.set(true);
            people.shutdownNow();
        }
    }

    private static void reviewed(City city, String number) {
        Desk unit = city.desk("klima");
        await("task of " + number)
                .until(() -> !unit.open(number, "review-proposal").isEmpty());
        String task = unit.open(number, "review-proposal").get(0);
        assertThat(unit.completes(
                                Desk.Way.COMPLETE,
                                task,
                                Forms.full(
                                        "review-proposal",
                                        form -> form.put("result", "REWORK")
                                                .put("note", "Bitte ergänzen.")
                                                .remove("body")))
                        .status())
                .isEqualTo(204);
    }

    /** @return id of a document of three pieces */
    private static String attached(City city, String number) {
        String task = city.desk("wfm").open(number, "define-knowledge-goals").get(0);
        Answer answer = city.tasklist(CLERK)
                .upload(
                        API + "tasks/" + task + "/documents?kind=OTHER",
                        "attachment; filename*=UTF-8''Vermerk.txt",
                        BodyPublishers.ofByteArray(CONTENT));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private static void goesOn(City city, CityDatabase restored, Course decided, Course proposed, String document) {
        assertThat(restored.value("select count(*) from camunda.act_ru_job where suspension_state_ = 1"))
                .as("jobs that go on")
                .isNotEqualTo("0");
        Map<String, String> environment = ComposeFile.environment(restored, "not-needed-any-more", City.FILE);
        try (ProductionApplication application = ProductionApplication.starting(environment)) {
            application.awaitReady();
            Desk clerk = new Desk(CLERK, application.http().as(CLERK, city.passwordOf(CLERK)));
            String task = clerk.open(decided.number(), "define-knowledge-goals").get(0);
            assertThat(clerk.completes(Desk.Way.COMPLETE, task, Forms.full("define-knowledge-goals"))
                            .status())
                    .isEqualTo(204);
            Http browser = application.http();
            browser.signIn(CLERK, city.passwordOf(CLERK), "tasklist");
            HttpResponse<byte[]> content = browser.download(API + "documents/" + document + "/versions/1");
            assertThat(content.body()).isEqualTo(CONTENT);

            Desk unit = new Desk(
                    "klima-sachbearbeitung",
                    application.http().as("klima-sachbearbeitung", city.passwordOf("klima-sachbearbeitung")));
            assertThat(unit.open(proposed.number(), "review-proposal")).hasSize(1);
            assertThat(clerk.proposes(Forms.full("propose-measure")).status())
                    .as("a number of its own")
                    .isEqualTo(200);
        }
    }

    @Test
    void whatIsNotUnderstoodOrNotThereIsSaidOnOneLine() throws IOException, InterruptedException {
        assertThat(run(Map.of(), "backup", "burn", "x")).isEqualTo(2);
        assertThat(errors()).startsWith("backup write").hasLineCount(1);
        assertThat(run(Map.of(), "backup", "restore", "missing")).isEqualTo(1);
        assertThat(errors()).contains("gibt es nicht").hasLineCount(1);
        assertThat(run(Map.of(), "backup", "write", "new")).isEqualTo(1);
        assertThat(errors()).contains("SPRING_DATASOURCE_URL").hasLineCount(1);
        try (CityDatabase empty = new CityDatabase()) {
            assertThat(run(empty, "backup", "write", "new")).isEqualTo(1);
            assertThat(errors()).contains("nichts zu sichern").hasLineCount(1);
        }
        assertThat(directory.resolve("new")).doesNotExist();
    }

    @Test
    void everySettingThatCannotWorkIsNamedBeforeAnythingStarts() throws IOException, InterruptedException {
        assertThat(run(Map.of(
                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:1/none",
                        "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "5",
                        "TZ", "Europe/Muenster",
                        "KREISLAUFSTADT_RETENTION_DRAFTS", "drei Monate",
                        "KREISLAUFSTADT_HISTORY_CLEANUPFROM", "abends",
                        "KREISLAUFSTADT_BASEURL", "kreislauf",
                        "KREISLAUFSTADT_DOCUMENTS_SPOOL", "/dev/null/spool")))
                .isEqualTo(1);
        List<String> told =
                output().lines().filter(line -> line.contains("ERROR")).toList();
        assertThat(told).hasSize(6);
        for (String setting : List.of(
                "maximum-pool-size",
                "Europe/Muenster",
                "retention.drafts",
                "clean-up-from",
                "base-url",
                "documents.spool")) {
            assertThat(told).anyMatch(line -> line.contains(setting));
        }
        assertThat(output()).doesNotContain("\tat ");
    }

    private int run(CityDatabase database, String... arguments) throws IOException, InterruptedException {
        return run(ComposeFile.environment(database, "unused", City.FILE), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return ProductionApplication.command(directory, environment, arguments)
                .redirectOutput(directory.resolve("output").toFile())
                .redirectError(directory.resolve("errors").toFile())
                .start()
                .waitFor();
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }

    private String errors() throws IOException {
        return Files.exists(directory.resolve("errors")) ? Files.readString(directory.resolve("errors")) : "";
    }
}
