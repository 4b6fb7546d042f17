package de.kreislaufstadt.reporting;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.StatusReports.Assessment;
import de.kreislaufstadt.paper.Paper;
import de.kreislaufstadt.paper.Paper.Chart;
import de.kreislaufstadt.paper.Paper.Section;
import de.kreislaufstadt.paper.Paper.Series;
import de.kreislaufstadt.paper.Paper.Table;
import de.kreislaufstadt.paper.PaperPdf;
import de.kreislaufstadt.process.DepartmentDirectory;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The council paper of a round as a document, in German: what the climate staff unit has written, and what measures have
 * reported as its annexes. Once the round is frozen it says the same for ever, whatever becomes of the measures.
 */
@Service
class CouncilPaper {

    private static final int LONGEST_LABEL = 31;

    private final Texts texts = Texts.of("reporting");
    private final ClimateUnit unit;
    private final RoundTable rounds;
    private final RoundRows rows;
    private final ReportLists lists;
    private final Municipalities municipalities;
    private final DepartmentDirectory departments;
    private final PaperPdf pdf;
    private final Clock clock;

    CouncilPaper(
            ClimateUnit unit,
            RoundTable rounds,
            RoundRows rows,
            ReportLists lists,
            Municipalities municipalities,
            DepartmentDirectory departments,
            PaperPdf pdf,
            Clock clock) {
        this.unit = unit;
        this.rounds = rounds;
        this.rows = rows;
        this.lists = lists;
        this.municipalities = municipalities;
        this.departments = departments;
        this.pdf = pdf;
        this.clock = clock;
    }

    /** A file with its name. */
    record Document(String name, byte[] content) {}

    /** @throws RoundRefused as long as nothing is written */
    @Transactional(readOnly = true)
    Document of(String key) {
        String municipality = unit.reading().municipality();
        Round round = rounds.find(municipality, key).orElseThrow(RoundDesk.NoSuchRound::new);
        if (round.paperText() == null) {
            throw new RoundRefused("reporting.paper.none");
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ReadersLanguage.in(Locale.GERMAN, () -> {
            pdf.write(paper(municipality, round), file);
            return null;
        });
        String number = Objects.requireNonNullElse(round.paperNumber(), round.key() + "-entwurf");
        return new Document("vorlage-" + number.replaceAll("[^A-Za-z0-9]+", "-") + ".pdf", file.toByteArray());
    }

    /** @return the paper in the language of its reader */
    Paper paper(String municipality, Round round) {
        List<RoundRows.Row> all = rows.of(municipality, round.id());
        List<RoundRows.Row> reported =
                all.stream().filter(row -> row.state() == Report.State.REPORTED).toList();
        List<RoundRows.Row> without =
                all.stream().filter(row -> row.state() != Report.State.REPORTED).toList();
        return new Paper(
                ReadersLanguage.current().getLanguage(),
                texts.get("reporting.document.title", round.name()),
                municipalities.nameOf(municipality),
                facts(round),
                texts.get("reporting.document.text"),
                round.paperText(),
                List.of(
                        standing(round, reported),
                        reports(municipality, reported),
                        without(municipality, round, without),
                        money(municipality, round)));
    }

    private List<String> facts(Round round) {
        boolean numbered = round.paperNumber() != null && round.paperDate() != null;
        return List.of(
                numbered
                        ? texts.get(
                                "reporting.document.numbered",
                                round.paperNumber(),
                                ReadersLanguage.day(round.paperDate()))
                        : texts.get("reporting.document.unnumbered"),
                texts.get(
                        "reporting.document.period",
                        ReadersLanguage.day(round.periodFrom()),
                        ReadersLanguage.day(round.periodTo()),
                        ReadersLanguage.day(round.cutOff())),
                round.releasedAt() == null
                        ? texts.get("reporting.document.draft")
                        : texts.get(
                                "reporting.document.released",
                                ReadersLanguage.day(round.releasedAt()
                                        .atZoneSameInstant(clock.getZone())
                                        .toLocalDate())));
    }

    private Section standing(Round round, List<RoundRows.Row> reported) {
        List<Assessment> given = Stream.of(Assessment.values())
                .filter(one -> reported.stream().anyMatch(row -> row.assessment() == one))
                .toList();
        List<Long> counts = given.stream()
                .map(one ->
                        reported.stream().filter(row -> row.assessment() == one).count())
                .toList();
        List<String> names = given.stream()
                .map(one -> texts.name("reporting.assessment", one))
                .toList();
        Chart chart = new Chart(
                texts.get("reporting.document.chart"),
                texts.get(
                        "reporting.document.alternative",
                        given.stream()
                                .map(one -> names.get(given.indexOf(one)) + " " + counts.get(given.indexOf(one)))
                                .collect(Collectors.joining(", "))),
                names,
                List.of(new Series(column("measures"), counts)));
        return section(
                "standing",
                texts.get(
                        "reporting.draft.count",
                        Integer.toString(round.reported()),
                        Integer.toString(round.expected())),
                given.isEmpty() ? null : chart,
                table(
                        "chart",
                        List.of("assessment", "measures"),
                        List.of(70, 30),
                        given.stream()
                                .map(one -> row(names.get(given.indexOf(one)), counts.get(given.indexOf(one))))
                                .toList()));
    }

    private Section reports(String municipality, List<RoundRows.Row> reported) {
        return section(
                "reports",
                null,
                null,
                table(
                        "reports.table",
                        List.of("number", "title", "lead", "assessment", "asOf", "report"),
                        List.of(8, 17, 19, 13, 11, 32),
                        reported.stream()
                                .map(report -> row(
                                        report.number(),
                                        report.title(),
                                        lead(municipality, report),
                                        texts.name("reporting.assessment", report.assessment()),
                                        report.asOf(),
                                        words(report)))
                                .toList()));
    }

    private String words(RoundRows.Row report) {
        return Stream.of(
                        report.reason() == null ? null : texts.get("reporting.draft.reason", report.reason()),
                        report.text(),
                        report.planNextYear() == null ? null : texts.get("reporting.draft.plan", report.planNextYear()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private Section without(String municipality, Round round, List<RoundRows.Row> without) {
        return section(
                "without",
                texts.get("reporting.document.without.sum", without.size()),
                null,
                table(
                        "without.table",
                        List.of("number", "title", "lead", "state", "why"),
                        List.of(10, 27, 20, 15, 28),
                        without.stream()
                                .map(report -> row(
                                        report.number(),
                                        report.title(),
                                        lead(municipality, report),
                                        texts.name("reporting.reportState", report.state()),
                                        report.state() == Report.State.MISSING
                                                ? round.closeReason()
                                                : report.restsBecause()))
                                .toList()));
    }

    private Section money(String municipality, Round round) {
        return section(
                "money",
                texts.get("reporting.document.money.how"),
                null,
                table(
                        "money.table",
                        List.of("year", "plannedCost", "actualCost", "plannedPosts", "actualPosts"),
                        List.of(16, 24, 24, 18, 18),
                        lists.yearsOfRound(municipality, round.id()).stream()
                                .map(year -> row(
                                        year.year().toString(),
                                        year.plannedCost(),
                                        year.actualCost(),
                                        year.plannedPosts(),
                                        year.actualPosts()))
                                .toList()));
    }

    private Section section(String name, String paragraph, Chart chart, Table table) {
        String title = texts.get("reporting.document." + name);
        return new Section(
                title.length() > LONGEST_LABEL ? title.substring(0, LONGEST_LABEL) : title,
                title,
                paragraph == null ? List.of() : List.of(paragraph),
                chart,
                table);
    }

    private Table table(String caption, List<String> columns, List<Integer> shares, List<List<Object>> cells) {
        return new Table(
                texts.get("reporting.document." + caption),
                columns.stream().map(this::column).toList(),
                shares,
                cells);
    }

    private String column(String name) {
        return texts.get("reporting.document.column." + name);
    }

    private String lead(String municipality, RoundRows.Row report) {
        return departments.nameOf(municipality, departments.currentOf(municipality, report.lead()));
    }

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }
}
