package de.kreislaufstadt.reporting.periodic;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.paper.Paper;
import de.kreislaufstadt.paper.Paper.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a report into words, in the language of whoever reads it. */
@Component
class PaperWriter {

    /** @param before the frozen report before it, if there is one */
    Paper write(PeriodicReport report, Optional<PeriodicReport> before) {
        ReportContent content = report.content();
        List<Section> sections = new ArrayList<>(List.of(
                PaperSums.portfolio(content),
                PaperLists.progress(content),
                PaperLists.delays(content),
                PaperLists.decisions(content),
                PaperSums.money(content),
                PaperSums.funders(content),
                PaperSums.effects(content),
                PaperSums.times(content)));
        before.ifPresent(earlier -> sections.add(PaperLists.changes(earlier, report)));
        sections.add(PaperLists.measures(content));
        return new Paper(
                ReadersLanguage.current().getLanguage(),
                PaperWords.title(report.period()),
                content.city(),
                facts(report),
                PaperWords.TEXTS.get("report.preface"),
                report.preface(),
                sections);
    }

    private static List<String> facts(PeriodicReport report) {
        List<String> facts = new ArrayList<>();
        ReportContent content = report.content();
        facts.add(PaperWords.TEXTS.get(
                "report.period.days",
                PaperWords.day(content.from()),
                PaperWords.day(content.until()),
                PaperWords.day(content.asOf())));
        facts.add(
                report.isFrozen()
                        ? PaperWords.TEXTS.get(
                                "report.released", PaperWords.day(report.releasedAt()), report.fingerprint())
                        : PaperWords.TEXTS.get("report.draft"));
        if (report.correction() != null) {
            facts.add(PaperWords.TEXTS.get(
                    "report.corrects", Integer.toString(report.version() - 1), report.correction()));
        }
        return facts;
    }
}
