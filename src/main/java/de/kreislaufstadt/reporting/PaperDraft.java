package de.kreislaufstadt.reporting;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.StatusReports.Assessment;
import de.kreislaufstadt.process.DepartmentDirectory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the reports of a round together as the draft of a council paper, in German: people change it as they need. */
@Component
class PaperDraft {

    private final Texts texts = Texts.of("reporting");
    private final ClimateUnit unit;
    private final RoundTable rounds;
    private final RoundRows rows;
    private final DepartmentDirectory departments;

    PaperDraft(ClimateUnit unit, RoundTable rounds, RoundRows rows, DepartmentDirectory departments) {
        this.unit = unit;
        this.rounds = rounds;
        this.rows = rows;
        this.departments = departments;
    }

    /** @throws RoundRefused while leads still report */
    @Transactional(readOnly = true)
    String of(String key) {
        String municipality = unit.acting().municipality();
        Round round = rounds.find(municipality, key).orElseThrow(RoundDesk.NoSuchRound::new);
        if (round.state().collects() || round.state() == RoundState.CLOSING) {
            throw new RoundRefused("reporting.round.notClosed");
        }
        return ReadersLanguage.in(Locale.GERMAN, () -> text(municipality, round, rows.of(municipality, round.id())));
    }

    private String text(String municipality, Round round, List<RoundRows.Row> all) {
        StringBuilder paper = new StringBuilder();
        line(
                paper,
                "reporting.draft.title",
                round.name(),
                ReadersLanguage.day(round.periodFrom()),
                ReadersLanguage.day(round.periodTo()));
        line(paper, "reporting.draft.cutOff", ReadersLanguage.day(round.cutOff()));
        paper.append('\n');
        line(paper, "reporting.draft.count", round.reported(), round.expected());
        Stream.of(Assessment.values()).forEach(assessment -> {
            long count =
                    all.stream().filter(row -> row.assessment() == assessment).count();
            if (count > 0) {
                line(paper, "reporting.draft.assessed", texts.name("reporting.assessment", assessment), count);
            }
        });
        all.stream()
                .filter(row -> row.state() == Report.State.REPORTED)
                .forEach(row -> measure(paper, municipality, row));
        others(paper, all, Report.State.MISSING, "reporting.draft.missing", round.closeReason());
        others(paper, all, Report.State.RESTING, "reporting.draft.resting", null);
        others(paper, all, Report.State.ENDED, "reporting.draft.ended", null);
        return paper.toString().strip() + "\n";
    }

    private void measure(StringBuilder paper, String municipality, RoundRows.Row row) {
        paper.append('\n');
        line(paper, "reporting.draft.measure", row.number(), row.title());
        line(
                paper,
                "reporting.draft.standing",
                departments.nameOf(municipality, departments.currentOf(municipality, row.lead())),
                texts.name("reporting.assessment", row.assessment()),
                ReadersLanguage.day(row.asOf()));
        if (row.reason() != null) {
            line(paper, "reporting.draft.reason", row.reason());
        }
        paper.append(row.text()).append('\n');
        if (row.planNextYear() != null) {
            line(paper, "reporting.draft.plan", row.planNextYear());
        }
    }

    private void others(
            StringBuilder paper, List<RoundRows.Row> all, Report.State state, String heading, String reason) {
        List<RoundRows.Row> rest =
                all.stream().filter(row -> row.state() == state).toList();
        if (rest.isEmpty()) {
            return;
        }
        paper.append('\n');
        line(paper, heading, rest.size());
        if (reason != null) {
            line(paper, "reporting.draft.reason", reason);
        }
        rest.forEach(row -> {
            String because = row.state() == Report.State.MISSING ? null : row.restsBecause();
            paper.append("- ").append(row.number()).append(' ').append(row.title());
            paper.append(because == null ? "\n" : ": " + because + "\n");
        });
    }

    /** Numbers without separators: 2.026 is no year. */
    private void line(StringBuilder paper, String key, Object... arguments) {
        Object[] words = Stream.of(arguments).map(Object::toString).toArray();
        paper.append(texts.get(key, words)).append('\n');
    }
}
