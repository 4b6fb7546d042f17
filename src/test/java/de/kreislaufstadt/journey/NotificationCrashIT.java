package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.icegreen.greenmail.util.GreenMail;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.TestMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application is killed ({@code kill -9}) where it hurts: after a commit and before its mails, and in the middle of 200
 * mails. Afterwards every mail has arrived once, or an administrator is told that nobody knows whether it has.
 */
class NotificationCrashIT {

    private static final String PASSWORD = UUID.randomUUID().toString();
    private static final String CLERK = "wfm-sachbearbeitung";
    private static final int PEOPLE = 20;
    private static final int PROPOSALS = 10;
    private static final int MAILS = PEOPLE * PROPOSALS;
    private static final int BEFORE_THE_KILL = 40;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void everyMailArrivesOnceOrIsReportedAsUncertain() throws IOException {
        int port = TestMail.freePort();
        try (CityDatabase database = new CityDatabase()) {
            Map<String, String> environment = environment(database, port);
            killedBetweenCommitAndMail(environment, database);
            GreenMail server = TestMail.start(port);
            try {
                killedInTheMiddle(environment, database, server);
                startedAgain(environment, database, server);
            } finally {
                server.stop();
            }
        }
    }

    /** The mail server is away, and the application dies with everything still to be sent. */
    private static void killedBetweenCommitAndMail(Map<String, String> environment, CityDatabase database) {
        try (ProductionApplication first = ProductionApplication.starting(environment)) {
            Http clerk = first.awaitReady().http().as(CLERK, PASSWORD);
            for (int proposal = 0; proposal < PROPOSALS; proposal++) {
                propose(clerk);
            }
            first.kill();
        }
        assertThat(database.value("select count(*) from kreislaufstadt.notice where kind = 'OPENED'"))
                .as("committed with the tasks they tell of")
                .isEqualTo(String.valueOf(PROPOSALS));
        assertThat(database.value("select count(*) from kreislaufstadt.mail where state = 'SENT'"))
                .isEqualTo("0");
    }

    private static void killedInTheMiddle(Map<String, String> environment, CityDatabase database, GreenMail server) {
        try (ProductionApplication second = ProductionApplication.starting(environment)) {
            await("first mails")
                    .atMost(LONGEST.plus(LONGEST))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> server.getReceivedMessages().length >= BEFORE_THE_KILL);
            second.kill();
        }
        assertThat(database.value("select count(*) from kreislaufstadt.mail")).isEqualTo(String.valueOf(MAILS));
        assertThat(server.getReceivedMessages().length)
                .as("mails before the kill")
                .isBetween(BEFORE_THE_KILL, MAILS - 1);
        assertThat(Integer.parseInt(database.value("select count(*) from kreislaufstadt.mail where state = 'SENDING'")))
                .as("mails in hand when the application died")
                .isLessThanOrEqualTo(1);
    }

    private static void startedAgain(Map<String, String> environment, CityDatabase database, GreenMail server) {
        try (ProductionApplication third = ProductionApplication.starting(environment)) {
            third.awaitReady();
            await("an end for every mail")
                    .atMost(LONGEST)
                    .until(() -> database.value(
                                    "select count(*) from kreislaufstadt.mail where state in ('PENDING', 'SENDING')")
                            .equals("0"));
            Map<String, Long> arrivals = Arrays.stream(server.getReceivedMessages())
                    .map(NotificationCrashIT::idOf)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            List<String> sent = database.values("select id::text from kreislaufstadt.mail where state = 'SENT'");
            List<String> uncertain =
                    database.values("select id::text from kreislaufstadt.mail where state = 'UNCERTAIN'");

            assertThat(arrivals)
                    .as("mails that arrived more than once")
                    .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
            assertThat(sent.size() + uncertain.size()).isEqualTo(MAILS);
            assertThat(uncertain).as("one sender has one mail in hand").hasSizeLessThanOrEqualTo(1);
            assertThat(arrivals.keySet()).containsAll(sent);
            TreeSet<String> accountedFor = new TreeSet<>(sent);
            accountedFor.addAll(uncertain);
            assertThat(accountedFor).containsAll(arrivals.keySet()).hasSize(MAILS);
            if (!uncertain.isEmpty()) {
                assertThat(third.log()).contains("unklar, ob angekommen");
            }
        }
    }

    private static String idOf(MimeMessage message) {
        try {
            return message.getMessageID().replaceAll("^<|@.*", "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void propose(Http clerk) {
        ObjectNode body = Forms.object();
        body.putObject("variables")
                .putObject("form")
                .put("type", "Json")
                .put("value", Forms.valid("propose-measure").toString())
                .putObject("valueInfo")
                .put("transient", true);
        Http.Answer answer =
                clerk.post("/engine-rest/process-definition/key/measure-lifecycle/submit-form", body.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Map<String, String> environment(CityDatabase database, int port) throws IOException {
        Map<String, String> environment =
                new LinkedHashMap<>(ComposeFile.environment(database, PASSWORD, cityWithManyPeople()));
        environment.put("KREISLAUFSTADT_INITIAL_PASSWORD", PASSWORD);
        environment.put("KREISLAUFSTADT_BASE_URL", "https://kreislauf.example.org");
        environment.put("KREISLAUFSTADT_MAIL_FROM", TestMail.FROM);
        environment.put("KREISLAUFSTADT_MAIL_POLL", "PT0.2S");
        environment.put("KREISLAUFSTADT_MAIL_RETRIES", String.join(",", java.util.Collections.nCopies(200, "PT1S")));
        environment.put("KREISLAUFSTADT_MAIL_LOSTAFTER", "PT5S");
        environment.put("SPRING_MAIL_HOST", "localhost");
        environment.put("SPRING_MAIL_PORT", String.valueOf(port));
        return environment;
    }

    /** The climate unit has no mailbox and 20 people: each proposal is told to all of them. */
    private Path cityWithManyPeople() throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        ObjectNode city = (ObjectNode) yaml.readTree(City.FILE.toFile());
        ArrayNode people = city.withArray("people");
        for (int person = 0; person < PEOPLE; person++) {
            people.addObject()
                    .put("id", "klima-" + person)
                    .put("name", "Sachbearbeitung " + person)
                    .put("department", "klima")
                    .put("mail", "klima-" + person + "@example.org");
        }
        return Files.write(folder.resolve("city.yaml"), yaml.writeValueAsBytes(city));
    }
}
