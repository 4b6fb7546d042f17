package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.department.MunicipalityApplied;
import de.kreislaufstadt.support.TestAssociation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Members that come and go while a round runs, and those that nobody can reach. */
class MembersOfRoundPathsTest extends AssociationPaths {

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whoWorksElsewhereOrHasNoCoordinatorIsAskedOnceThatIsMadeGood() {
        membersOf(1);
        String without = "mitglied31";
        String elsewhere = "mitglied32";
        TestAssociation.foundCityWithoutCoordinator(office.jdbc(), accounts, without);
        TestAssociation.joins(office.jdbc(), without, today().minusDays(3));
        TestAssociation.joins(office.jdbc(), elsewhere, today().minusDays(3));
        String key = opened(data -> {});
        assertThat(requests()).isEqualTo(Map.of("OPEN", 1L, "UNREACHABLE", 2L));
        assertThat(requestOf(without, "unreachable")).isEqualTo("NO_COORDINATOR");
        assertThat(requestOf(elsewhere, "unreachable")).isEqualTo("NOT_HERE");

        TestAssociation.foundCity(office.jdbc(), accounts, without);
        TestAssociation.foundCity(office.jdbc(), accounts, elsewhere);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> publisher.publishEvent(new MunicipalityApplied(without)));
        assertThat(requests()).isEqualTo(Map.of("OPEN", 3L));
        comments(elsewhere, key, nothing());
        assertThat(requestOf(elsewhere, "state")).isEqualTo("NO_COMMENT");
        office.jdbc()
                .sql("delete from department_role where municipality_id in (:cities)")
                .param("cities", List.of(without))
                .update();
    }

    @Test
    void whoCannotBeReachedDoesNotHoldUpTheRound() {
        List<String> cities = membersOf(1);
        TestAssociation.joins(office.jdbc(), "mitglied40", today());
        String key = opened(data -> {});
        comments(cities.get(0), key, nothing());
        assertThat(ofRound(key, "closed_by")).isEqualTo("ALL");
    }

    @Test
    void theLastOneMissingLeavesAndTheRoundGoesOn() {
        List<String> cities = membersOf(2);
        String key = opened(data -> {});
        comments(cities.get(0), key, nothing());
        leaves(cities.get(1));
        members.look();
        assertThat(requests()).isEqualTo(Map.of("NO_COMMENT", 1L, "LEFT", 1L));
        assertThat(ofRound(key, "state || ' ' || closed_by")).isEqualTo("CLOSING ALL");
        assertThat(hasTask(cities.get(1), key)).isFalse();
    }

    @Test
    void whoLeavesOnTheLastDayOfTodayIsStillAsked() {
        List<String> cities = membersOf(2);
        String key = opened(data -> {});
        leaves(cities.get(1), today());
        members.look();
        assertThat(hasTask(cities.get(1), key)).isTrue();
    }

    @Test
    void whoLeftAfterCommentingAndComesBackIsNotAskedTwice() {
        List<String> cities = membersOf(2);
        String key = opened(data -> {});
        comments(cities.get(0), key, data -> {});
        leaves(cities.get(0));
        TestAssociation.joins(office.jdbc(), cities.get(0), today());
        members.look();
        assertThat(requests()).isEqualTo(Map.of("ANSWERED", 1L, "OPEN", 1L));
        assertThat(hasTask(cities.get(0), key)).isFalse();
    }

    @Test
    void whoLeftWithoutCommentingAndComesBackIsAskedAgain() {
        List<String> cities = membersOf(2);
        String key = opened(data -> {});
        leaves(cities.get(0));
        members.look();
        TestAssociation.joins(office.jdbc(), cities.get(0), today());
        members.look();
        members.look();
        assertThat(requests()).isEqualTo(Map.of("LEFT", 1L, "OPEN", 2L));
        comments(cities.get(0), key, nothing());
    }

    @Test
    void aCityThatEndsIsAskedNoMore() {
        List<String> cities = membersOf(2);
        String key = opened(data -> {});
        try {
            office.jdbc()
                    .sql("update municipality set valid_until = current_date - 1 where id = :city")
                    .param("city", cities.get(1))
                    .update();
            members.look();
            assertThat(requestOf(cities.get(1), "state || ' ' || unreachable")).isEqualTo("UNREACHABLE ENDED");
            assertThat(hasTask(cities.get(1), key)).isFalse();
        } finally {
            office.jdbc()
                    .sql("update municipality set valid_until = null where id = :city")
                    .param("city", cities.get(1))
                    .update();
        }
    }

    @Test
    void membersThatCameAfterTheCommentsWereClosedAreNotAsked() {
        String key = commented(2);
        TestAssociation.foundCity(office.jdbc(), accounts, "mitglied23");
        TestAssociation.joins(office.jdbc(), "mitglied23", today());
        members.look();
        assertThat(requests()).isEqualTo(Map.of("NO_COMMENT", 2L));
        assertThat(roundState(key)).isEqualTo("CONSOLIDATING");
    }

    @Test
    void anAssociationWithoutMembersAsksNobody() {
        String key = at(DIFU, () -> rounds.begin(STRATEGY));
        Map<String, Object> before = rowsOfRounds();
        assertThat(refused(() -> inOffice(DIFU, key, "draft-component", data -> {})))
                .containsExactly("association.round.draft.noMembers");
        assertThat(rowsOfRounds()).isEqualTo(before);
    }

    @Test
    void manyMembersAreAskedAPortionAtATime() {
        sixtyMembers();
        String key = at(DIFU, () -> rounds.begin(STRATEGY));
        inOffice(DIFU, key, "draft-component", data -> {});
        assertThat(runs(key, "open-consultation")).as("portions").isEqualTo(2);
        assertThat(requests()).isEqualTo(Map.of("OPEN", 60L));
        office.fire(key, "comments-over");
        assertThat(runs(key, "withdraw-open-requests")).isEqualTo(2);
        assertThat(requests()).isEqualTo(Map.of("MISSED", 60L));
    }
}
