package de.kreislaufstadt.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.department.ReminderStage;
import de.kreislaufstadt.process.WatchedTask;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stage has come, with Easter 2026 in between: Good Friday 3 April, Easter Monday 6 April. */
class ReminderCalendarTest {

    private static final List<ReminderStage> USUAL = stages("DUE-3", "DUE", "DUE+2", "DUE+5 ESCALATE");
    private static final LocalDate CREATED = LocalDate.of(2026, 3, 2);

    private final WorkingDays workingDays =
            new MunicipalWorkingDays(TestMunicipalities.withoutSettings(), new PublicHolidays());
    private final ReminderCalendar calendar = new ReminderCalendar(workingDays);

    @ParameterizedTest
    @CsvSource({
        "2026-03-30, none, four working days before",
        "2026-03-31, DUE-3, three working days before Tuesday after Easter",
        "2026-04-02, DUE-3, Maundy Thursday",
        "2026-04-06, DUE-3, Easter Monday",
        "2026-04-07, DUE, the day itself",
        "2026-04-08, DUE, the day after",
        "2026-04-09, DUE+2, two working days after",
        "2026-04-13, DUE+2, Monday",
        "2026-04-14, DUE+5, five working days after",
        "2026-08-14, DUE+5, long after"
    })
    void theLatestStageThatHasCome(LocalDate today, String stage, String when) {
        assertThat(latest(USUAL, task(CREATED, LocalDate.of(2026, 4, 7)), CREATED, today))
                .as(when)
                .isEqualTo(stage);
    }

    @Test
    void aStageThatHadPassedWhenTheTaskCameUpIsNone() {
        WatchedTask urgent = task(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 7));
        assertThat(latest(USUAL, urgent, urgent.created(), LocalDate.of(2026, 4, 2)))
                .isEqualTo("none");
        assertThat(latest(USUAL, urgent, urgent.created(), LocalDate.of(2026, 4, 7)))
                .isEqualTo("DUE");
    }

    @Test
    void aTaskThatCameUpAfterItsLastDayCountsFromTheDayItCameUp() {
        WatchedTask late = task(LocalDate.of(2026, 4, 7), LocalDate.of(2025, 12, 1));
        assertThat(latest(USUAL, late, late.created(), LocalDate.of(2026, 4, 8)))
                .isEqualTo("none");
        assertThat(latest(USUAL, late, late.created(), LocalDate.of(2026, 4, 9)))
                .isEqualTo("DUE+2");
        assertThat(latest(USUAL, late, late.created(), LocalDate.of(2026, 4, 14)))
                .isEqualTo("DUE+5");
    }

    @Test
    void afterAnExtensionOnlyWhatComesAfterItCounts() {
        WatchedTask task = task(CREATED, LocalDate.of(2026, 4, 9));
        LocalDate extended = LocalDate.of(2026, 4, 8);
        assertThat(latest(USUAL, task, extended, LocalDate.of(2026, 4, 8))).isEqualTo("none");
        assertThat(latest(USUAL, task, extended, LocalDate.of(2026, 4, 9))).isEqualTo("DUE");
    }

    @Test
    void stagesThatCountFromTheBeginningDoNotFollowTheDueDate() {
        List<ReminderStage> survey = stages("CREATED+10", "CREATED+15", "DUE+5 ESCALATE");
        WatchedTask task = task(CREATED, LocalDate.of(2026, 6, 30));
        assertThat(latest(survey, task, CREATED, LocalDate.of(2026, 3, 13))).isEqualTo("none");
        assertThat(latest(survey, task, CREATED, LocalDate.of(2026, 3, 16))).isEqualTo("CREATED+10");
        assertThat(latest(survey, task, CREATED, LocalDate.of(2026, 3, 23))).isEqualTo("CREATED+15");
        assertThat(calendar.latest(TestMunicipalities.MUENSTER, survey, task, CREATED, LocalDate.of(2026, 3, 23))
                        .orElseThrow()
                        .anchor())
                .isEqualTo(CREATED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-07, 3, 2026-03-31",
        "2026-04-08, 1, 2026-04-07",
        "2026-04-07, 1, 2026-04-02",
        "2026-04-05, 0, 2026-04-07",
        "2026-04-05, 1, 2026-04-02"
    })
    void workingDaysAreCountedBackwardsOverHolidays(LocalDate day, int days, LocalDate before) {
        assertThat(workingDays.before(TestMunicipalities.MUENSTER, day, days)).isEqualTo(before);
    }

    @Test
    void backwardsAndForwardsMeetOnWorkingDaysOfTwentyYears() {
        LocalDate first = LocalDate.of(2024, 1, 1);
        assertThat(first.datesUntil(LocalDate.of(2043, 12, 31))
                        .filter(day -> workingDays.isWorkingDay(TestMunicipalities.FRANKFURT, day)))
                .allMatch(day -> Stream.of(0, 1, 3, 10)
                        .allMatch(days -> workingDays
                                .after(
                                        TestMunicipalities.FRANKFURT,
                                        workingDays.before(TestMunicipalities.FRANKFURT, day, days),
                                        days)
                                .equals(day)));
    }

    private String latest(List<ReminderStage> stages, WatchedTask task, LocalDate since, LocalDate today) {
        return calendar.latest(TestMunicipalities.MUENSTER, stages, task, since, today)
                .map(due -> due.stage().moment())
                .orElse("none");
    }

    private static WatchedTask task(LocalDate created, LocalDate due) {
        return new WatchedTask(
                TestMunicipalities.MUENSTER,
                "1",
                "review-proposal",
                "Vorschlag prüfen",
                UUID.randomUUID(),
                "WW-09",
                "wfm",
                "klima",
                "muenster-klima",
                false,
                null,
                created,
                due);
    }

    private static List<ReminderStage> stages(String... texts) {
        return Stream.of(texts)
                .map(text -> ReminderStage.parse(text).orElseThrow())
                .toList();
    }
}
