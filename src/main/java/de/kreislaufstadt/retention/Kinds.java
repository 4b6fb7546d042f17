package de.kreislaufstadt.retention;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.PersonalData;
import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.process.RetentionRule;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What kinds of personal data there are and what is to be said of each, in the language of the reader. */
@Component
class Kinds {

    private static final Texts TEXTS = Texts.of("privacy");

    private final Set<String> all = new TreeSet<>();
    private final Municipalities municipalities;
    private final RetentionPeriods periods;

    Kinds(List<PersonalData> data, List<RetentionRule> rules, Municipalities municipalities, RetentionPeriods periods) {
        data.forEach(one -> all.add(one.kind()));
        rules.forEach(rule -> all.add(rule.kind()));
        this.municipalities = municipalities;
        this.periods = periods;
    }

    /**
     * A kind of data as the record of processing activities names it (Art. 30 (1) DSGVO).
     *
     * @param deletion when it goes, with the periods that hold in the municipality
     */
    record Kind(
            String key,
            String name,
            String purpose,
            String legalBasis,
            String people,
            String data,
            String recipients,
            String origin,
            String deletion) {}

    List<String> keys() {
        return List.copyOf(all);
    }

    boolean exists(String kind) {
        return all.contains(kind);
    }

    List<Kind> of(String municipality) {
        return all.stream().map(kind -> of(municipality, kind)).toList();
    }

    Kind of(String municipality, String kind) {
        return new Kind(
                kind,
                text(kind, "name"),
                text(kind, "purpose"),
                legalBasis(municipality, text(kind, "basis")),
                text(kind, "people"),
                text(kind, "data"),
                text(kind, "recipients"),
                origin(text(kind, "origin")),
                deletion(municipality, kind));
    }

    /** @param code as a row says it in its column {@code legal_basis} */
    String legalBasis(String municipality, String code) {
        return TEXTS.get(
                "privacy.basis." + code,
                TEXTS.get("privacy.law."
                        + municipalities.federalState(municipality).name()));
    }

    /** @param code as a row says it in its column {@code source} */
    String origin(String code) {
        return TEXTS.getOr("privacy.source." + code, code);
    }

    private String deletion(String municipality, String kind) {
        Object[] values = settings(kind).stream()
                .map(setting -> inWords(periods.of(municipality, setting)))
                .toArray();
        return TEXTS.get("privacy.kind." + kind + ".deletion", values);
    }

    private static List<String> settings(String kind) {
        return switch (kind) {
            case "documents" ->
                List.of("documents-of-completed-measures", "documents-of-ended-measures", "deleted-documents");
            case "objections" -> List.of("invitations");
            case "former-addresses", "feedback-remarks", "mails", "accounts", "sign-in", "question-limits", "texts" ->
                List.of();
            default -> List.of(kind);
        };
    }

    /** @return e.g. {@code 3 Monate} */
    static String inWords(Period period) {
        StringBuilder words = new StringBuilder();
        append(words, period.getYears(), "years");
        append(words, period.getMonths(), "months");
        append(words, period.getDays(), "days");
        return words.toString().strip();
    }

    private static void append(StringBuilder words, int count, String unit) {
        if (count > 0) {
            words.append(' ').append(TEXTS.get("privacy.period." + unit, count));
        }
    }

    private static String text(String kind, String what) {
        return TEXTS.get("privacy.kind." + kind + "." + what);
    }
}
