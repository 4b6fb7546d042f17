package de.kreislaufstadt.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.paper.Paper;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the council paper of a round says: the unit's text, and in its annexes what the measures have reported. */
@ApplicationTest
class CouncilPaperTest {

    private static final UUID ROUND = UUID.randomUUID();

    @Autowired
    private CouncilPaper papers;

    @Autowired
    private RoundTable rounds;

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void theAnnexesSayWhoReportsWhatAndWhoDoesNot() {
        String delayed = office.as("wfm-sachbearbeitung").proposes();
        String silent = office.as("wfm-sachbearbeitung").proposes();
        Paper paper = transaction.execute(status -> {
            status.setRollbackOnly();
            round();
            UUID report = report(delayed, "REPORTED", "DELAYED");
            report(silent, "MISSING", null);
            jdbc.sql("""
                            insert into measure_report_year (municipality_id, report_id, position, year, planned_cost,
                                                             actual_cost, planned_posts)
                            values ('muenster', :report, 1, 2026, 9000, 5000.5, 0.5)
                            """).param("report", report).update();
            jdbc.sql("update measure_report set snapshot = '{\"title\": \"Titel von damals\"}' where id = :report")
                    .param("report", report)
                    .update();
            return ReadersLanguage.in(
                    Locale.GERMAN,
                    () -> papers.paper(
                            Office.MUNICIPALITY,
                            rounds.find(Office.MUNICIPALITY, "BR-2026-998").orElseThrow()));
        });

        assertThat(paper.title()).isEqualTo("Halbjahresbericht 1/2026: Bericht über die Maßnahmen");
        assertThat(paper.city()).isEqualTo("Stadt Münster");
        assertThat(paper.facts())
                .containsExactly(
                        "Vorlage V/0573/2026 vom 01.09.2026",
                        "Zeitraum 01.01.2026 bis 30.06.2026, Stichtag aller Berichte 30.06.2026",
                        "Noch nicht freigegeben");
        assertThat(paper.paragraphs()).containsExactly("Der Rat nimmt zur Kenntnis.", "Begründung:\n- erstens");
        assertThat(paper.sections().get(0).paragraphs()).containsExactly("1 von 2 Maßnahmen haben berichtet.");
        assertThat(rows(paper, 0)).containsExactly(List.of("Verzögert", 1L));
        assertThat(rows(paper, 1)).singleElement().satisfies(row -> {
            assertThat(row.get(0)).isEqualTo(delayed);
            assertThat(row.get(1)).as("as it was when the report was frozen").isEqualTo("Titel von damals");
            assertThat(row.subList(3, 6))
                    .isEqualTo(List.of(
                            "Verzögert",
                            LocalDate.of(2026, 6, 30),
                            "Grund: Das Lager fehlt.\nDer Katalog steht.\nAusblick: Das Lager wird gebaut."));
        });
        assertThat(rows(paper, 2)).singleElement().satisfies(row -> {
            assertThat(row.get(0)).isEqualTo(silent);
            assertThat(row.subList(3, 5)).isEqualTo(List.of("Fehlt", "Es eilt."));
        });
        assertThat(rows(paper, 3)).singleElement().satisfies(row -> {
            assertThat(row.get(0)).isEqualTo("2026");
            assertThat(row.get(2).toString()).isEqualTo("5000.50");
            assertThat(row.get(4)).as("nobody says so").isNull();
        });
    }

    private static List<List<Object>> rows(Paper paper, int section) {
        return paper.sections().get(section).table().rows();
    }

    private void round() {
        jdbc.sql("""
                        insert into reporting_round (id, municipality_id, round_key, name, period_from, period_to, cut_off, due,
                                                     state, expected, reported, close_reason, paper_number, paper_date, paper_text)
                        values (:id, 'muenster', 'BR-2026-998', 'Halbjahresbericht 1/2026', '2026-01-01', '2026-06-30',
                                '2026-06-30', '2026-08-01', 'CLOSED', 2, 1, 'Es eilt.', 'V/0573/2026', '2026-09-01', :text)
                        """)
                .param("id", ROUND)
                .param("text", "Der Rat nimmt zur Kenntnis.\n\nBegründung:\n- erstens")
                .update();
    }

    private UUID report(String measure, String state, String assessment) {
        UUID id = UUID.randomUUID();
        boolean reported = assessment != null;
        jdbc.sql("""
                        insert into measure_report (id, municipality_id, measure_id, round_id, kind, state, lead, as_of,
                                                    assessment, reason, text, plan_next_year, reported_by, reported_at)
                        select :id, 'muenster', m.id, :round, 'ROUND', :state, 'wfm', cast(:asOf as date), :assessment, :reason,
                               :text, :plan, :by, cast(:at as timestamptz)
                        from measure m where m.municipality_id = 'muenster' and m.number = :number
                        """)
                .param("id", id)
                .param("round", ROUND)
                .param("state", state)
                .param("asOf", reported ? "2026-06-30" : null)
                .param("assessment", assessment)
                .param("reason", reported ? "Das Lager fehlt." : null)
                .param("text", reported ? "Der Katalog steht." : null)
                .param("plan", reported ? "Das Lager wird gebaut." : null)
                .param("by", reported ? "wfm-sachbearbeitung" : null)
                .param("at", reported ? "2026-07-01T10:00:00Z" : null)
                .param("number", measure)
                .update();
        return id;
    }
}
