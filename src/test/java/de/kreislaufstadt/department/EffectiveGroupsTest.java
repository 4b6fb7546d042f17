package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EffectiveGroupsTest {

    private final DeputyOffice office = new DeputyOffice();
    private final EffectiveGroups groups = office.groups();

    @Test
    void aDeputyshipBeginsAndEndsAtMidnightInTheCityByTheClockAlone() {
        office.clock.moveTo("2026-03-28T22:30:00Z");
        office.add("klima", "planung", 1, 2);
        assertThat(today("planung")).as("28 March, half past eleven at night").contains("muenster-klima");
        office.clock.moveTo("2026-03-29T21:59:59Z");
        assertThat(today("planung"))
                .as("the last second of the second day, which is an hour short")
                .contains("muenster-klima");
        office.clock.moveTo("2026-03-29T22:00:00Z");
        assertThat(today("planung")).as("midnight").doesNotContain("muenster-klima");
        assertThat(groups.onBehalfOf("planung", "muenster-klima", null)).isEmpty();
    }

    @Test
    void oneThatBeginsTomorrowGivesNothingToday() {
        Deputyship later = office.add("klima", "planung", 1, 2);
        office.deputyships.set(
                0,
                new Deputyship(
                        later.id(),
                        later.municipality(),
                        later.absentBy(),
                        null,
                        later.deputyBy(),
                        office.today().plusDays(1),
                        office.today().plusDays(2),
                        1,
                        List.of(),
                        false));
        assertThat(today("planung")).doesNotContain("muenster-klima");
        office.clock.moveTo("2026-03-02T23:00:00Z");
        assertThat(today("planung")).contains("muenster-klima");
    }

    @Test
    void onlyGroupsOfDepartmentsArePassedOnAndHeadsOnlyWhenTheScopeSaysSo() {
        Deputyship without = office.add("klima-leitung", "planung", 1, 2);
        assertThat(today("planung"))
                .containsExactlyInAnyOrder("muenster-planung", "muenster-staff", "muenster-klima")
                .as("neither heads' tasks nor the managers' Cockpit");
        office.deputyships.set(
                0,
                new Deputyship(
                        without.id(),
                        DeputyOffice.CITY,
                        "klima-leitung",
                        null,
                        "planung",
                        office.today(),
                        office.today(),
                        1,
                        List.of(),
                        true));
        assertThat(office.groups()
                        .groupsToday("planung", office.login("planung").groups(), List.of("muenster")))
                .contains("muenster-klima-head")
                .doesNotContain("muenster-managers");
    }

    @Test
    void aDeputyshipIsNotPassedOnAndTheSecondActsOnlyWhileTheFirstIsAway() {
        office.add("klima", "planung", 1, 5);
        office.add("klima", "umwelt", 2, 5);
        assertThat(today("umwelt")).doesNotContain("muenster-klima");

        office.add("planung", "awm", 1, 2);
        office.clock.moveTo("2026-03-03T08:00:00Z");
        assertThat(today("umwelt")).contains("muenster-klima");
        assertThat(today("awm")).contains("muenster-planung").doesNotContain("muenster-klima");
        office.clock.moveTo("2026-03-04T08:00:00Z");
        assertThat(today("umwelt")).as("the first is back").doesNotContain("muenster-klima");
    }

    @Test
    void whoHasLeftTheCityStandsInForNobodyAndWhoHasLeftIsStoodInForByNobody() {
        office.add("klima", "planung", 1, 5);
        assertThat(groups.groupsToday("planung", List.of(), List.of("muenster")))
                .isEmpty();
        assertThat(groups.groupsToday("planung", List.of("bonn-staff"), List.of("bonn")))
                .containsExactly("bonn-staff");
        office.accounts.people.remove("klima");
        office.clock.moveTo("2026-03-02T09:00:00Z");
        assertThat(today("planung")).doesNotContain("muenster-klima");
    }

    @Test
    void onADateInTheFuturePeopleOfTheSuccessorDoTheOpenTasksAndTheOthersTheNewOnes() {
        assertThat(today("neu")).doesNotContain("muenster-alt");
        assertThat(today("alt")).doesNotContain("muenster-neu");
        office.clock.moveTo("2026-12-31T23:00:00Z");
        assertThat(today("neu")).contains("muenster-alt", "muenster-neu");
        assertThat(today("neu-leitung")).contains("muenster-alt-head");
        assertThat(today("alt"))
                .as("also who is still written down with the old one")
                .contains("muenster-neu");
        assertThat(today("neu")).doesNotContain("muenster-neu-head");
        assertThat(office.city.holderOf("ARCHIVE", office.today()))
                .as("roles follow, too")
                .contains("neu");
    }

    @Test
    void theScopeOfADeputyshipFollowsTheSuccessor() {
        office.person("viel", "alt", "klima");
        office.clock.moveTo("2026-12-31T08:00:00Z");
        office.add("viel", "planung", 1, 5, "alt");
        assertThat(today("planung")).contains("muenster-alt").doesNotContain("muenster-klima", "muenster-neu");
        office.clock.moveTo("2027-01-01T08:00:00Z");
        assertThat(today("planung")).contains("muenster-alt", "muenster-neu").doesNotContain("muenster-klima");
    }

    @Test
    void whoseTaskItIsDecidesInWhosePlaceADeputyActs() {
        office.add("klima", "klima-leitung", 1, 5);
        office.add("planung", "awm", 1, 5);
        assertThat(groups.onBehalfOf("klima-leitung", "muenster-klima", null))
                .as("of the same group")
                .isEmpty();
        assertThat(groups.onBehalfOf("klima-leitung", "muenster-klima", "klima"))
                .contains("klima");
        assertThat(groups.onBehalfOf("klima-leitung", "muenster-klima", "umwelt"))
                .isEmpty();
        assertThat(groups.onBehalfOf("awm", "muenster-planung", null)).contains("planung");
        assertThat(groups.onBehalfOf("awm", "muenster-planung", "umwelt")).isEmpty();
        assertThat(groups.onBehalfOf("awm", "muenster-klima", "klima")).isEmpty();
        assertThat(groups.deputiesOf("planung", "muenster-planung")).containsExactly("awm");
        assertThat(groups.deputiesOf("planung", "muenster-klima")).isEmpty();
    }

    @Test
    void aRoleIsStoodInForUnderItsName() {
        office.deputyships.add(new Deputyship(
                UUID.randomUUID(),
                DeputyOffice.CITY,
                null,
                "klima",
                "planung",
                office.today(),
                office.today(),
                1,
                List.of(),
                true));
        assertThat(today("planung")).contains("muenster-klima-head").doesNotContain("muenster-klima");
        assertThat(groups.onBehalfOf("planung", "muenster-klima-head", null)).contains("muenster-klima-head");
    }

    private List<String> today(String user) {
        return groups.groupsToday(user, office.login(user).groups(), List.of(DeputyOffice.CITY));
    }
}
