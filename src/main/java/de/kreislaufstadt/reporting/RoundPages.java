package de.kreislaufstadt.reporting;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.OpenTasks;
import de.kreislaufstadt.process.OpenTasks.OpenTask;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rounds as the page shows them. */
@Component
class RoundPages {

    /** More names help nobody to see who is missing; the counts say how many there are. */
    private static final int MOST_MISSING = 200;

    private final Texts texts = Texts.of("reporting");
    private final ClimateUnit unit;
    private final RoundTable rounds;
    private final RoundRows rows;
    private final NextSteps next;
    private final OpenTasks tasks;
    private final DepartmentDirectory departments;
    private final Accounts accounts;
    private final Clock clock;

    RoundPages(
            ClimateUnit unit,
            RoundTable rounds,
            RoundRows rows,
            NextSteps next,
            OpenTasks tasks,
            DepartmentDirectory departments,
            Accounts accounts,
            Clock clock) {
        this.unit = unit;
        this.rounds = rounds;
        this.rows = rows;
        this.next = next;
        this.tasks = tasks;
        this.departments = departments;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** All rounds, and whether the reader may open one. */
    record Overview(boolean mayAct, LocalDate today, List<Line> rounds) {}

    /**
     * A round in one line.
     *
     * @param next what waits for somebody; null where nothing does
     */
    record Line(
            String key,
            String name,
            LocalDate periodFrom,
            LocalDate periodTo,
            LocalDate cutOff,
            LocalDate due,
            RoundState state,
            String stateLabel,
            int expected,
            int reported,
            boolean overdue,
            NextSteps.Next next) {}

    /** A department in the picture of progress: how many of its measures have reported. */
    record Progress(String department, int expected, int reported, int missing, int resting) {}

    /**
     * Who is missing.
     *
     * @param taken whether somebody of the department has taken the task; who it is stays with the department
     * @param givenBackBecause why its report was given back; null where there was none yet
     */
    record Missing(
            String number,
            String title,
            String department,
            LocalDate due,
            boolean overdue,
            boolean taken,
            String givenBackBecause) {}

    /** What a measure reported; null for what it did not say. */
    record Reported(
            String number,
            String title,
            String department,
            String state,
            String stateLabel,
            LocalDate asOf,
            String assessment,
            String assessmentLabel,
            String reason,
            String text,
            String planNextYear,
            String correctedText,
            String restsBecause,
            String givenBackBecause) {}

    /** Something done in the round, with names. */
    record Done(String what, String by, String deputyFor, String note, OffsetDateTime at) {}

    /**
     * A round with everything the page shows.
     *
     * @param missing the first of them; {@code missingCount} says how many there are
     */
    record Page(
            Line round,
            boolean mayAct,
            boolean mayRelease,
            boolean hasWorkedOnIt,
            String closeReason,
            String paperNumber,
            LocalDate paperDate,
            String paperText,
            OffsetDateTime releasedAt,
            OffsetDateTime frozenAt,
            List<Progress> progress,
            int missingCount,
            List<Missing> missing,
            List<Reported> reports,
            List<Done> events) {}

    @Transactional(readOnly = true)
    Overview overview() {
        Staff staff = unit.reading();
        return new Overview(
                staff.member(),
                LocalDate.now(clock),
                rounds.all(staff.municipality()).stream()
                        .map(round -> line(staff, round))
                        .toList());
    }

    @Transactional(readOnly = true)
    Page page(String key) {
        Staff staff = unit.reading();
        String municipality = staff.municipality();
        Round round = rounds.find(municipality, key).orElseThrow(RoundDesk.NoSuchRound::new);
        Names names = new Names(municipality);
        List<RoundRows.Count> counts = rows.counts(municipality, round.id());
        return new Page(
                line(staff, round),
                staff.member(),
                staff.head(),
                unit.hasWorkedOn(staff, round),
                round.closeReason(),
                round.paperNumber(),
                round.paperDate(),
                round.paperText(),
                round.releasedAt(),
                round.frozenAt(),
                progress(counts, names),
                counts.stream()
                        .filter(count -> isWaiting(count.state()))
                        .mapToInt(RoundRows.Count::reports)
                        .sum(),
                missing(municipality, round, names),
                rows.of(municipality, round.id()).stream()
                        .filter(row -> row.state() == Report.State.REPORTED || !isBeingCollected(round))
                        .map(row -> reported(row, names))
                        .toList(),
                rounds.events(municipality, round.id()).stream().map(this::done).toList());
    }

    private Line line(Staff staff, Round round) {
        return new Line(
                round.key(),
                round.name(),
                round.periodFrom(),
                round.periodTo(),
                round.cutOff(),
                round.due(),
                round.state(),
                texts.name("reporting.state", round.state()),
                round.expected(),
                round.reported(),
                round.state().collects() && round.due().isBefore(LocalDate.now(clock)),
                next.of(staff, round));
    }

    private static List<Progress> progress(List<RoundRows.Count> counts, Names names) {
        Map<String, Map<Report.State, Integer>> byLead = new LinkedHashMap<>();
        counts.forEach(count -> byLead.computeIfAbsent(count.lead(), lead -> new EnumMap<>(Report.State.class))
                .put(count.state(), count.reports()));
        return byLead.entrySet().stream()
                .map(entry -> {
                    Map<Report.State, Integer> states = entry.getValue();
                    int resting =
                            states.getOrDefault(Report.State.RESTING, 0) + states.getOrDefault(Report.State.ENDED, 0);
                    int all =
                            states.values().stream().mapToInt(Integer::intValue).sum();
                    int reported = states.getOrDefault(Report.State.REPORTED, 0);
                    return new Progress(
                            names.of(entry.getKey()), all - resting, reported, all - resting - reported, resting);
                })
                .toList();
    }

    private List<Missing> missing(String municipality, Round round, Names names) {
        if (!round.state().collects()) {
            return List.of();
        }
        List<RoundRows.Row> waiting = rows.waiting(municipality, round.id(), MOST_MISSING);
        Map<String, OpenTask> open = tasks.ofInstances(waiting.stream()
                .map(RoundRows.Row::instance)
                .filter(Objects::nonNull)
                .toList());
        LocalDate today = LocalDate.now(clock);
        return waiting.stream()
                .map(row -> {
                    OpenTask task = row.instance() == null ? null : open.get(row.instance());
                    LocalDate due = task == null || task.due() == null ? round.due() : task.due();
                    return new Missing(
                            row.number(),
                            row.title(),
                            names.of(row.lead()),
                            due,
                            due.isBefore(today),
                            task != null && task.assignee() != null,
                            row.request());
                })
                .toList();
    }

    private Reported reported(RoundRows.Row row, Names names) {
        return new Reported(
                row.number(),
                row.title(),
                names.of(row.lead()),
                row.state().name(),
                texts.name("reporting.reportState", row.state()),
                row.asOf(),
                row.assessment() == null ? null : row.assessment().name(),
                texts.name("reporting.assessment", row.assessment()),
                row.reason(),
                row.text(),
                row.planNextYear(),
                row.correctedText(),
                row.state() == Report.State.RESTING || row.state() == Report.State.ENDED ? row.restsBecause() : null,
                row.state() == Report.State.OPEN ? row.request() : null);
    }

    private Done done(RoundTable.Done done) {
        return new Done(
                texts.name("reporting.event", done.kind()),
                accounts.nameOf(done.by()),
                done.deputyFor() == null ? null : accounts.nameOf(done.deputyFor()),
                done.note(),
                done.at());
    }

    /** As long as reports come in, only those that are there are shown beside who is missing. */
    private static boolean isBeingCollected(Round round) {
        return round.state().collects() || round.state() == RoundState.CLOSING;
    }

    private static boolean isWaiting(Report.State state) {
        return state == Report.State.PLANNED || state == Report.State.OPEN;
    }

    /** Names of departments, each asked for once. */
    private final class Names {

        private final String municipality;
        private final Map<String, String> known = new LinkedHashMap<>();

        Names(String municipality) {
            this.municipality = municipality;
        }

        String of(String department) {
            return known.computeIfAbsent(
                    department, key -> departments.nameOf(municipality, departments.currentOf(municipality, key)));
        }
    }
}
