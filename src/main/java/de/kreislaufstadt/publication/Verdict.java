package de.kreislaufstadt.publication;

import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.publication.Finding.Kind;
import de.kreislaufstadt.publication.PublicationTable.Confirmed;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.SourceNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What stands against publishing a version, and what the decision table says to it. */
@Component
class Verdict {

    private static final String TABLE = "publication";

    private final PersonalDataCheck check;
    private final Decisions decisions;

    Verdict(PersonalDataCheck check, Decisions decisions) {
        this.check = check;
        this.decisions = decisions;
    }

    /** What the table can say. */
    enum Answer {
        BLOCKED,
        NOT_RELEASED,
        REWORK,
        RELEASED
    }

    /** @return what looks like data of people, without names that somebody has confirmed to be nobody's */
    List<Finding> findings(String municipality, UUID measure, ReleasedMeasure version, List<Confirmed> confirmed) {
        List<String> marks = confirmed.stream().map(Confirmed::mark).toList();
        return check.of(municipality, version).stream()
                .filter(finding -> !finding.kind().mayBeConfirmed() || !marks.contains(mark(measure, finding)))
                .toList();
    }

    /** @param released whether a second person has released all of it */
    Answer of(String municipality, UUID measure, ReleasedMeasure version, List<Confirmed> confirmed, boolean released) {
        Map<String, Object> inputs = Map.of(
                "personalData",
                !findings(municipality, measure, version, confirmed).isEmpty(),
                "fourEyesRelease",
                released,
                "sourceAndDate",
                unsourced(version).isEmpty());
        List<Map<String, Object>> rules = decisions.evaluate(municipality, TABLE, inputs);
        if (rules.isEmpty()) {
            throw new IllegalStateException("The table of publication has no answer");
        }
        return Answer.valueOf(rules.get(0).get("result").toString());
    }

    /** @return keys of what is stated without a source or a date, as {@code publication.unsourced.<key>} names it */
    static List<String> unsourced(ReleasedMeasure version) {
        List<String> missing = new ArrayList<>();
        if (version.sources().isEmpty() || version.sources().stream().anyMatch(Verdict::isIncomplete)) {
            missing.add("sources");
        }
        if (version.indicators().stream()
                .flatMap(indicator -> indicator.values().stream())
                .anyMatch(value -> value.day() == null || value.source() == null)) {
            missing.add("indicators");
        }
        if (version.statusReports().stream().anyMatch(report -> report.asOf() == null)) {
            missing.add("statusReports");
        }
        return missing;
    }

    private static boolean isIncomplete(SourceNote source) {
        return source.document() == null || source.asOf() == null;
    }

    /** @return by which words are known again that are not kept themselves */
    static String mark(UUID measure, Finding finding) {
        String words = finding.words().strip().replaceAll("\\s+", " ").toLowerCase(Locale.GERMAN);
        String what = measure + "|" + (finding.kind() == Kind.NAME ? Kind.NAME : Kind.SALUTATION) + "|" + words;
        return Digest.of(what);
    }
}
