package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Deputies.NewDeputy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeputyRulesTest {

    private final DeputyOffice office = new DeputyOffice();

    @Test
    void aPersonNamesADeputyFromTodayOn() {
        Deputyship named = office.rules()
                .checked(wanted("klima", "planung", "2026-03-02", "2026-03-02", null), office.login("klima"));
        assertThat(named.inPlaceOf()).isEqualTo("klima");
        assertThat(named.place()).isEqualTo(1);
        assertThat(named.withHead()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            klima   | -       | 2026-03-02 | 2026-03-05 | 1 | deputy deputy.deputyRequired
            klima   | klima   | 2026-03-02 | 2026-03-05 | 1 | deputy deputy.self
            klima   | bonn    | 2026-03-02 | 2026-03-05 | 1 | deputy deputy.unknownPerson
            niemand | planung | 2026-03-02 | 2026-03-05 | 1 | absent deputy.unknownPerson
            -       | planung | 2026-03-02 | 2026-03-05 | 1 | absent deputy.absentRequired
            planung | umwelt  | 2026-03-02 | 2026-03-05 | 1 | absent deputy.notYourPerson
            klima   | planung | 2026-03-01 | 2026-03-05 | 1 | from deputy.startInPast
            klima   | planung | 2026-03-05 | 2026-03-04 | 1 | until deputy.endBeforeStart
            klima   | planung | -          | 2026-03-04 | 1 | from deputy.dayRequired
            klima   | planung | 2026-03-02 | -          | 1 | until deputy.dayRequired
            klima   | planung | 2026-03-02 | 2026-02-30 | 1 | until deputy.noDay
            klima   | planung | 2026-03-02 | morgen     | 1 | until deputy.noDay
            klima   | planung | 2026-03-02 | 9999-12-31 | 1 | until deputy.noDay
            klima   | planung | 2026-03-02 | 2026-03-05 | 3 | place deputy.place
            klima   | planung | 2026-03-02 | 2026-03-05 | 2 | place deputy.noFirst
            """)
    void whatIsMissingOrContradictoryIsRefusedAtItsField(
            String absent, String deputy, String from, String until, Integer place, String problem) {
        assertThat(refusal(wanted(absent, deputy, from, until, place), "klima")).containsExactly(problem);
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        assertThat(refusal(wanted("klima", "klima", "2026-03-01", null, 7), "klima"))
                .containsExactly(
                        "deputy deputy.self",
                        "until deputy.dayRequired",
                        "from deputy.startInPast",
                        "place deputy.place");
    }

    @Test
    void theHeadNamesDeputiesForPeopleOfTheDepartmentAndForTheRole() {
        assertThat(refusal(wanted("klima", "planung", "2026-03-02", "2026-03-05", 1), "klima-leitung"))
                .isEmpty();
        assertThat(refusal(role("klima", "planung"), "klima-leitung")).isEmpty();
        assertThat(refusal(role("klima", "planung"), "klima")).containsExactly("headOf deputy.notYourRole");
        assertThat(refusal(role("nichts", "planung"), "klima-leitung")).containsExactly("headOf deputy.notYourRole");
        assertThat(refusal(role("klima", "klima-leitung"), "klima-leitung"))
                .containsExactly("deputy deputy.headAlready");
    }

    @Test
    void theScopeIsWithinWhatThePersonHas() {
        assertThat(refusal(scoped(List.of("klima"), false), "klima")).isEmpty();
        assertThat(refusal(scoped(List.of("planung"), false), "klima"))
                .containsExactly("departments deputy.otherDepartment");
        assertThat(refusal(scoped(List.of(), true), "klima")).containsExactly("withHead deputy.notHead");
    }

    @Test
    void theSamePersonIsNotNamedTwiceForTheSameDays() {
        office.add("klima", "planung", 1, 4);
        assertThat(refusal(wanted("klima", "planung", "2026-03-05", "2026-03-09", 1), "klima"))
                .containsExactly("deputy deputy.duplicate");
        assertThat(refusal(wanted("klima", "planung", "2026-03-06", "2026-03-09", 1), "klima"))
                .isEmpty();
        assertThat(refusal(wanted("klima", "umwelt", "2026-03-05", "2026-03-09", 1), "klima"))
                .isEmpty();
    }

    @Test
    void nobodyStandsInForEachOtherAtTheSameTime() {
        office.add("planung", "klima", 1, 4);
        assertThat(refusal(wanted("klima", "planung", "2026-03-05", "2026-03-09", 1), "klima"))
                .containsExactly("deputy deputy.circle");
        assertThat(refusal(wanted("klima", "planung", "2026-03-06", "2026-03-09", 1), "klima"))
                .isEmpty();
    }

    @Test
    void whoIsAwayThemselvesIsNotNamed() {
        office.add("planung", "awm", 1, 4);
        assertThat(refusal(wanted("klima", "planung", "2026-03-05", "2026-03-09", 1), "klima"))
                .containsExactly("deputy deputy.awayThemselves");
    }

    @Test
    void whoIsNeededAsDeputyNamesTheirOwnOnlyWhenASecondIsThere() {
        office.add("planung", "klima", 1, 4);
        NewDeputy own = wanted("klima", "awm", "2026-03-02", "2026-03-09", 1);
        assertThat(refusal(own, "klima")).containsExactly("absent deputy.neededThemselves");
        office.add("planung", "umwelt", 2, 4);
        assertThat(refusal(own, "klima")).isEmpty();
    }

    private List<String> refusal(NewDeputy wanted, String who) {
        FormRefused refused =
                catchThrowableOfType(FormRefused.class, () -> office.rules().checked(wanted, office.login(who)));
        return refused == null
                ? List.of()
                : refused.problems().stream()
                        .map(problem -> problem.field() + " " + problem.messageKey())
                        .toList();
    }

    private static NewDeputy wanted(String absent, String deputy, String from, String until, Integer place) {
        return new NewDeputy(absent, null, deputy, from, until, place, List.of(), false);
    }

    private static NewDeputy role(String department, String deputy) {
        return new NewDeputy(null, department, deputy, "2026-03-02", "2026-03-05", 1, List.of(), true);
    }

    private static NewDeputy scoped(List<String> departments, boolean withHead) {
        return new NewDeputy("klima", null, "planung", "2026-03-02", "2026-03-05", 1, departments, withHead);
    }
}
