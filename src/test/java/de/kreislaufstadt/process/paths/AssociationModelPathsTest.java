package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.association.PublishedComponents;
import de.kreislaufstadt.association.PublishedComponents.PublishedComponent;
import de.kreislaufstadt.association.round.NotYours;
import de.kreislaufstadt.association.round.RoundRefused;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.support.TestAssociation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All ways through a round of a component. */
class AssociationModelPathsTest extends AssociationPaths {

    @Autowired
    PublishedComponents published;

    @Test
    void ofTwentyTwoMembersTwoLeaveOneJoinsThreeStaySilentAndAVersionIsPublished() {
        List<String> cities = membersOf(22);
        String key = opened(data -> {});
        assertThat(key).isEqualTo("MA-STRATEGY-1");
        assertThat(requests()).isEqualTo(Map.of("OPEN", 22L));
        assertThat(lastDay(key)).isEqualTo(LocalDate.of(2099, 1, 15));

        comments(cities.get(0), key, data -> {});
        comments(
                cities.get(1),
                key,
                data -> data.withArray("comments")
                        .addObject()
                        .put("passage", "ziele")
                        .put("kind", "QUESTION")
                        .put("text", "Gilt das auch für Bestandsbauten?"));
        leaves(cities.get(1));
        leaves(cities.get(2));
        TestAssociation.foundCity(office.jdbc(), accounts, "mitglied23");
        TestAssociation.joins(office.jdbc(), "mitglied23", today());
        members.look();
        assertThat(requests()).isEqualTo(Map.of("ANSWERED", 2L, "LEFT", 1L, "OPEN", 20L));
        assertThat(hasTask(cities.get(2), key)).as("who left is asked no more").isFalse();
        assertThat(events("LEFT")).containsExactly("Partnerkommune 03");
        assertThat(events("JOINED")).containsExactly("Partnerkommune 23");

        cities.subList(3, 19).forEach(city -> comments(city, key, nothing()));
        comments("mitglied23", key, nothing());
        assertThat(requests()).isEqualTo(Map.of("ANSWERED", 2L, "LEFT", 1L, "NO_COMMENT", 17L, "OPEN", 3L));
        office.fire(key, "comments-over");
        runs(key, "withdraw-open-requests");
        assertThat(roundState(key)).isEqualTo("CONSOLIDATING");
        assertThat(ofRound(key, "closed_by")).isEqualTo("DATE");
        assertThat(requests()).isEqualTo(Map.of("ANSWERED", 2L, "LEFT", 1L, "NO_COMMENT", 17L, "MISSED", 3L));
        assertThat(hasTask(cities.get(20), key)).as("who stayed silent").isFalse();

        assertThat(problems(() -> inOffice(DIFU, key, "consolidate-component", data -> {})))
                .as("how many comments without answer, and where")
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.messageKey()).isEqualTo("association.round.unanswered");
                    assertThat(problem.arguments()).containsExactly(3, "2 zum Ganzen, 1 zu „Ziele bis 2030“");
                });
        answersAll();
        inOffice(DIFU, key, "consolidate-component", data -> {});
        inOffice(TestAssociation.STAEDTETAG, key, "adopt-component", data -> {});

        PublishedComponent version = published.versions(STRATEGY).get(0);
        assertThat(version.version()).isEqualTo(1);
        assertThat(version.sections())
                .extracting(PublishedComponent.Section::anchor)
                .containsExactly("leitbild", "ziele");
        assertThat(version.adoptedBy()).isEqualTo("Deutscher Städtetag");
        assertThat(version.changeSummary()).isEqualTo("Mittlere Städte werden genannt.");
        assertThat(List.of(version.members(), version.commented(), version.comments()))
                .as("asked till the end, answered, comments")
                .containsExactly(22, 19, 3);
        assertThat(roundState(key)).isEqualTo("PUBLISHED");
        assertThat(published.current())
                .extracting(PublishedComponent::component)
                .containsExactly(STRATEGY);
    }

    private LocalDate lastDay(String key) {
        return taskOf("mitglied01", key, "comment-component")
                .getDueDate()
                .toInstant()
                .atZone(BERLIN)
                .toLocalDate();
    }

    @Test
    void aShareOfTheMembersIsEnough() {
        List<String> cities = membersOf(5);
        String key = opened(share(60));
        comments(cities.get(0), key, nothing());
        comments(cities.get(1), key, nothing());
        assertThat(roundState(key)).isEqualTo("COMMENTING");
        comments(cities.get(2), key, nothing());
        assertThat(roundState(key)).isEqualTo("CLOSING");
        assertThat(ofRound(key, "closed_by")).isEqualTo("SHARE");
        runs(key, "withdraw-open-requests");
        assertThat(requests()).isEqualTo(Map.of("NO_COMMENT", 3L, "MISSED", 2L));
        assertThat(roundState(key)).isEqualTo("CONSOLIDATING");
    }

    @Test
    void theOfficeClosesEarlyWithAReason() {
        List<String> cities = membersOf(2);
        String key = opened(data -> {});
        comments(cities.get(0), key, nothing());
        Map<String, Object> before = rowsOfRounds();
        assertThat(refused(() -> at(DIFU, () -> rounds.close(key, " "))))
                .containsExactly("reason association.round.reason");
        assertThatThrownBy(() -> at(TestAssociation.STAEDTETAG, () -> rounds.close(key, "Eilt.")))
                .isInstanceOf(NotYours.class);
        assertThat(rowsOfRounds()).isEqualTo(before);

        at(DIFU, () -> rounds.close(key, "Die übrigen haben abgesagt."));
        runs(key, "withdraw-open-requests");
        assertThat(ofRound(key, "closed_by")).isEqualTo("OFFICE");
        assertThat(events("CLOSED")).containsExactly("Die übrigen haben abgesagt.");
        assertThat(requests()).isEqualTo(Map.of("NO_COMMENT", 1L, "MISSED", 1L));
        assertThatThrownBy(() -> at(DIFU, () -> rounds.close(key, "Noch einmal.")))
                .isInstanceOf(RoundRefused.class);
    }

    @Test
    void whatIsReturnedIsConsolidatedAgain() {
        String key = consolidated();
        assertThat(refused(
                        () -> inOffice(TestAssociation.STAEDTETAG, key, "adopt-component", only("result", "RETURN"))))
                .as("without a reason")
                .singleElement()
                .asString()
                .startsWith("comment");
        inOffice(
                TestAssociation.STAEDTETAG,
                key,
                "adopt-component",
                only("result", "RETURN", "comment", "Die Ziele brauchen Jahreszahlen."));
        assertThat(roundState(key)).isEqualTo("CONSOLIDATING");
        assertThat(ofRound(key, "return_reason")).isEqualTo("Die Ziele brauchen Jahreszahlen.");

        office.jdbc()
                .sql(
                        "update component_section set consolidated = 'Bis 2030: halb so viel Abfall.' where anchor = 'ziele'")
                .update();
        inOffice(DIFU, key, "consolidate-component", data -> {});
        inOffice(TestAssociation.STAEDTETAG, key, "adopt-component", data -> {});
        assertThat(published.versions(STRATEGY).get(0).sections())
                .extracting(PublishedComponent.Section::text)
                .containsExactly("Die Städte wirtschaften im Kreislauf.", "Bis 2030: halb so viel Abfall.");
    }

    @Test
    void aYearLaterTheNextRoundBeginsWithTheLastVersionAsDraft() {
        String key = consolidated();
        inOffice(TestAssociation.STAEDTETAG, key, "adopt-component", data -> {});
        assertFallsOn(today().plusYears(1), timer(key, "next-round-due"));

        office.fire(key, "next-round-due");
        assertThat(office.isRunning(key)).isFalse();
        String next = "MA-STRATEGY-2";
        assertThat(roundState(next)).isEqualTo("DRAFTING");
        assertThat(draftOf(next)).containsExactly("Leitbild", "Ziele bis 2030");
        assertThat(taskOf(TestAssociation.OFFICE, next, "draft-component")).isNotNull();
    }

    @Test
    void theOfficeSaysInItsFileWhenTheNextRoundBegins() {
        TestAssociation.applies(browser("admin"), "\nrecurrence:\n  component-round: R/P6M\n", 1);
        TestAssociation.empty(office.jdbc());
        String key = consolidated();
        inOffice(TestAssociation.STAEDTETAG, key, "adopt-component", data -> {});
        assertFallsOn(today().plusMonths(6), timer(key, "next-round-due"));
        nothingIsLeft();
        TestAssociation.applies(browser("admin"), "", 2);
        nothingIsLeft();
    }

    private List<String> draftOf(String key) {
        return office.jdbc()
                .sql("select s.heading from component_section s join component_round r on r.id = s.round_id"
                        + " where 'MA-' || r.component || '-' || r.number = :key order by s.position")
                .param("key", key)
                .query(String.class)
                .list();
    }

    @Test
    void aRoundThatSomebodyHasBegunSinceIsTheNextOne() {
        String key = consolidated();
        inOffice(TestAssociation.STAEDTETAG, key, "adopt-component", data -> {});
        assertThat(at(DIFU, () -> rounds.begin(STRATEGY))).isEqualTo("MA-STRATEGY-2");
        office.fire(key, "next-round-due");
        assertThat(office.isRunning(key)).isFalse();
        assertThat(office.isRunning("MA-STRATEGY-3")).isFalse();
    }

    @Test
    void aCancelledRoundEndsTheTasksOfTheCities() {
        List<String> cities = membersOf(3);
        String key = opened(data -> {});
        comments(cities.get(0), key, nothing());
        assertThat(refused(() -> at(DIFU, () -> rounds.cancel(key, null))))
                .containsExactly("reason association.round.reason");
        at(DIFU, () -> rounds.cancel(key, "Der Baustein wird neu geschnitten."));
        runs(key, "withdraw-cancelled-requests");
        assertThat(roundState(key)).isEqualTo("CANCELLED");
        assertThat(requests()).isEqualTo(Map.of("NO_COMMENT", 1L, "WITHDRAWN", 2L));
        assertThat(office.isRunning(key))
                .as("neither in the office nor in a city")
                .isFalse();
        assertThat(published.versions(STRATEGY)).isEmpty();
        assertThatThrownBy(() -> at(DIFU, () -> rounds.cancel(key, "Noch einmal.")))
                .isInstanceOf(RoundRefused.class);
        assertThat(at(DIFU, () -> rounds.begin(STRATEGY))).isEqualTo("MA-STRATEGY-2");
    }

    @Test
    void oneRoundOfAComponentAtATime() {
        at(DIFU, () -> rounds.begin(STRATEGY));
        Map<String, Object> before = rowsOfRounds();
        assertThatThrownBy(() -> at(DIFU, () -> rounds.begin(STRATEGY)))
                .isInstanceOf(RoundRefused.class)
                .hasMessage("association.round.running");
        assertThatThrownBy(() -> at(TestAssociation.STAEDTETAG, () -> rounds.begin(ModelComponent.PRODUCTS)))
                .isInstanceOf(NotYours.class);
        assertThat(rowsOfRounds()).isEqualTo(before);
        assertThat(at(DIFU, rounds::beginAll)).as("of all others").hasSize(5);
        assertThatThrownBy(() -> at(DIFU, rounds::beginAll)).hasMessage("association.round.allRunning");
    }

    @Test
    void aWithdrawnVersionStaysWithTheCitiesThatBuiltOnIt() {
        String key = consolidated();
        inOffice(TestAssociation.STAEDTETAG, key, "adopt-component", data -> {});
        UUID standing = UUID.randomUUID();
        office.jdbc()
                .sql(
                        "insert into component_standing (id, municipality_id, component, number, maturity, evidence, progress,"
                                + " content, built_on, as_of, source, entered_by) values (:id, 'mitglied01', 'STRATEGY',"
                                + " (select coalesce(max(number), 0) + 1 from component_standing"
                                + " where municipality_id = 'mitglied01' and component = 'STRATEGY'),"
                                + " 2, 'Beschluss', 'ADOPTED', 'Unsere Strategie', 1, current_date, 'Probe', 'jemand')")
                .param("id", standing)
                .update();
        assertThat(refused(() -> at(DIFU, () -> rounds.withdraw(STRATEGY, 1, ""))))
                .containsExactly("reason association.round.reason");
        at(DIFU, () -> rounds.withdraw(STRATEGY, 1, "Eine Zahl war falsch."));

        assertThat(published.current()).isEmpty();
        PublishedComponent version = published.version(STRATEGY, 1).orElseThrow();
        assertThat(version.withdrawnOn()).isEqualTo(today());
        assertThat(version.withdrawnReason()).isEqualTo("Eine Zahl war falsch.");
        assertThat(office.jdbc()
                        .sql("select content || ' ' || built_on from component_standing where id = :id")
                        .param("id", standing)
                        .query(String.class)
                        .single())
                .as("the city keeps what it wrote")
                .isEqualTo("Unsere Strategie 1");
        assertThatThrownBy(() -> at(DIFU, () -> rounds.withdraw(STRATEGY, 1, "Noch einmal.")))
                .hasMessage("association.round.withdrawn");
        assertThat(at(DIFU, () -> rounds.begin(STRATEGY))).as("the next round").isEqualTo("MA-STRATEGY-2");
        assertThat(draftOf("MA-STRATEGY-2")).as("with what held last").containsExactly("Leitbild", "Ziele bis 2030");
        office.jdbc()
                .sql("delete from component_standing where id = :id")
                .param("id", standing)
                .update();
    }
}
