package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.association.round.RoundRefused;
import de.kreislaufstadt.process.Matters;
import de.kreislaufstadt.support.HeardNotices;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.TestAssociation;
import de.kreislaufstadt.support.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a member does with the request to comment on a component, and what it cannot do. */
class ComponentCommentPathsTest extends AssociationPaths {

    private static final String CITY = "mitglied01";
    private static final String LAST = "mitglied02";

    @Autowired
    HeardNotices notices;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Matters matters;

    @Test
    void commentsAreKeptAsThoseOfTheCity() {
        membersOf(2);
        String key = opened(data -> {});
        comments(
                CITY,
                key,
                data -> data.withArray("comments")
                        .addObject()
                        .put("passage", "ziele")
                        .put("kind", "OBJECTION")
                        .put("text", "Zu früh."));
        assertThat(office.jdbc()
                        .sql(
                                "select coalesce(anchor, 'zum Ganzen') || ' ' || kind || ' ' || text from component_comment"
                                        + " order by position")
                        .query(String.class)
                        .list())
                .containsExactly("zum Ganzen CHANGE Kleinere Städte kommen zu kurz.", "ziele OBJECTION Zu früh.");
        assertThat(requestOf(CITY, "state || ' ' || answered_by")).isEqualTo("ANSWERED mitglied01-koordination");
        assertThat(hasTask(CITY, key)).isFalse();
        assertThat(roundState(key)).as("somebody is missing").isEqualTo("COMMENTING");
    }

    @Test
    void commentsAndNoneAreNotBothNorNeither() {
        membersOf(1);
        String key = opened(data -> {});
        Map<String, Object> before = rowsOfRounds();
        assertThat(refused(() -> comments(CITY, key, ObjectNode::removeAll)))
                .containsExactly("comments association.round.comment.neither");
        assertThat(refused(() -> comments(CITY, key, data -> data.put("nothing", true))))
                .containsExactly("nothing association.round.comment.both");
        assertThat(refused(() -> comments(CITY, key, passage("gibt-es-nicht"))))
                .singleElement()
                .asString()
                .startsWith("comments[0].passage");
        assertThat(rowsOfRounds()).isEqualTo(before);
    }

    private static Consumer<ObjectNode> passage(String anchor) {
        return data -> ((ObjectNode) data.at("/comments/0")).put("passage", anchor);
    }

    @Test
    void whoComesAfterTheLastDayIsTold() {
        membersOf(2);
        coordinates(CITY);
        String key = opened(data -> {});
        String task = taskOf(CITY, key, "comment-component").getId();
        office.jdbc()
                .sql("update component_round set comments_until = current_date - 2")
                .update();
        Map<String, Object> before = rowsOfRounds();
        Http browser = browser("mitglied01-koordination");
        Http.Answer late = complete(browser, task, "comment-component");
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.body()).contains("Die Zeit für Rückmeldungen ist vorbei", "Nichts wurde gespeichert.");
        assertThat(rowsOfRounds()).isEqualTo(before);

        office.fire(key, "comments-over");
        runs(key, "withdraw-open-requests");
        Http.Answer gone = complete(browser, task, "comment-component");
        assertThat(gone.status()).as(gone.body()).isBetween(400, 409);
        assertThat(gone.body()).doesNotContain("Exception");
        assertThat(requests()).isEqualTo(Map.of("MISSED", 2L));
    }

    @Test
    void theFormShowsTheDraftAndNoHtmlOfIt() {
        membersOf(1);
        coordinates(CITY);
        String key =
                opened(data -> ((ObjectNode) data.at("/sections/0")).put("text", "Städte <b>teilen</b> *Wissen*."));
        Http.Answer answer = browser("mitglied01-koordination")
                .get("/camunda/api/kreislaufstadt/form/task/"
                        + taskOf(CITY, key, "comment-component").getId());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode form = answer.json();
        assertThat(form.at("/data/draft").asText())
                .contains("## Leitbild", "Städte &lt;b>teilen&lt;/b> *Wissen*.", "## Ziele bis 2030");
        assertThat(form.at("/data/until").asText()).isEqualTo("15.01.2099");
        assertThat(form.toString()).contains("MA-STRATEGY-1", "Baustein „Strategie“, Runde 1", "Zum Ganzen");
    }

    @Test
    void tasksAreFoundByTheirRoundInTheOfficeAndInTheCity() {
        membersOf(1);
        String key = opened(data -> {});
        for (String tenant : List.of(TestAssociation.OFFICE, CITY)) {
            assertThat(matters.matching(tenant, "strategie", List.of())).contains(key);
            assertThat(matters.cards(tenant, List.of(key)).get(key).title()).isEqualTo("Baustein „Strategie“, Runde 1");
        }
        assertThat(matters.matching(LAST, "strategie", List.of()))
                .as("of another city")
                .isEmpty();
        assertThat(matters.cards(CITY, List.of(key)).get(key).stateLabel()).isEqualTo("Rückmeldungen laufen");
        assertThat(matters.cards(CITY, List.of(key)).get(key).id())
                .as("its own request, not the office's round")
                .isEqualTo(UUID.fromString(requestOf(CITY, "id")));
    }

    @Test
    void whoIsMissingIsReminded() {
        membersOf(2);
        String key = opened(data -> {});
        comments(CITY, key, nothing());
        String task = taskOf(LAST, key, "comment-component").getId();
        assertThat(at(DIFU, () -> rounds.remind(key))).isEqualTo(1);
        assertThat(notices.about(task)).contains("REMINDED mitglied02-koordination null");
        assertThat(requestOf(LAST, "reminded_at is not null")).isEqualTo("t");
        assertThat(requestOf(CITY, "reminded_at is not null")).isEqualTo("f");
        assertThat(events("REMINDED")).containsExactly("1");
    }

    @Test
    void whoAnswersBeforeEverybodyWasAskedMayBeEnough() {
        sixtyMembers();
        String key = at(DIFU, () -> rounds.begin(STRATEGY));
        inOffice(DIFU, key, "draft-component", share(1));
        office.fire(key, "open-consultation");
        comments(CITY, key, nothing());
        assertThat(roundState(key)).as("others are still being asked").isEqualTo("OPENING");
        assertThatThrownBy(() -> at(DIFU, () -> rounds.close(key, "Zu früh.")))
                .isInstanceOf(RoundRefused.class)
                .hasMessage("association.round.opening");

        office.fire(key, "open-consultation");
        assertThat(ofRound(key, "state || ' ' || closed_by")).isEqualTo("CLOSING SHARE");
        runs(key, "withdraw-open-requests");
        assertThat(requests()).isEqualTo(Map.of("NO_COMMENT", 1L, "MISSED", 59L));
        assertThat(roundState(key)).isEqualTo("CONSOLIDATING");
    }

    @Test
    void theLastTwoAnswersAtOnceCloseTheRound() throws Exception {
        membersOf(2);
        String key = opened(data -> {});
        together(key, () -> comments(CITY, key, nothing()), () -> comments(LAST, key, nothing()));
        assertThat(requests()).isEqualTo(Map.of("NO_COMMENT", 2L));
        assertThat(ofRound(key, "state || ' ' || closed_by")).isEqualTo("CLOSING ALL");
        runs(key, "withdraw-open-requests");
        assertThat(roundState(key)).isEqualTo("CONSOLIDATING");
    }

    @Test
    void anAnswerAndTheClosingDoNotMissEachOther() throws Exception {
        membersOf(3);
        String key = opened(data -> {});
        List<Boolean> done =
                together(key, () -> comments(CITY, key, nothing()), () -> at(DIFU, () -> rounds.close(key, "Eilt.")));
        assertThat(done.get(1)).as("closed").isTrue();
        runs(key, "withdraw-open-requests");
        assertThat(roundState(key)).isEqualTo("CONSOLIDATING");
        assertThat(requests())
                .as("the answer counts where it was taken")
                .isEqualTo(done.get(0) ? Map.of("NO_COMMENT", 1L, "MISSED", 2L) : Map.of("MISSED", 3L));
    }

    private void coordinates(String city) {
        accounts.ensurePerson(
                city,
                city + "-koordination",
                "Koordination",
                TestAssociation.coordinatorGroups(city),
                TestDatabase.PASSWORD);
    }

    /** Lets both begin, holds them at the round, and lets them go. @return which of them succeeded */
    private List<Boolean> together(String key, Runnable one, Runnable other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> both = new TransactionTemplate(transactions).execute(status -> {
                office.jdbc()
                        .sql(
                                "select id from component_round where 'MA-' || component || '-' || number = :key for update")
                        .param("key", key)
                        .query(row -> {});
                List<Future<Boolean>> begun = Stream.of(one, other)
                        .map(work -> threads.submit(() -> succeeds(work)))
                        .toList();
                awaitBothWaiting();
                return begun;
            });
            return List.of(both.get(0).get(30, TimeUnit.SECONDS), both.get(1).get(30, TimeUnit.SECONDS));
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void awaitBothWaiting() {
        await("both at the round")
                .until(() -> office.jdbc()
                                .sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                        + " and datname = current_database() and query like '%component_round%'")
                                .query(Integer.class)
                                .single()
                        == 2);
    }
}
