package de.kreislaufstadt.publication;

import de.kreislaufstadt.measure.MeasureRecord;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValueForm;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.WholeRecords.SaidThen;
import de.kreislaufstadt.released.SourceNote;
import de.kreislaufstadt.released.Stated;
import de.kreislaufstadt.released.Stated.Other;
import de.kreislaufstadt.released.StatedValue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What the versions of a record state, document by document. The current version counts; beside it stands what the newest version
 * of every other document says, as far as it says something else. A version that the product has written by itself is nobody's word.
 */
final class Statements {

    private static final Comparator<SaidThen> BY_AGE = Comparator.comparing(
                    (SaidThen said) -> said.source().asOf(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(SaidThen::version);

    private final SaidThen current;
    private final List<SaidThen> others;
    private final SaidThen contract;

    /** @param versions the first version first; at least one */
    Statements(List<SaidThen> versions) {
        List<SaidThen> said = versions.stream().filter(SaidThen::ownDocument).toList();
        SaidThen last = versions.get(versions.size() - 1);
        this.current = said.isEmpty() ? last : said.get(said.size() - 1);
        Map<String, SaidThen> newest = new LinkedHashMap<>();
        said.forEach(one ->
                newest.merge(document(one), one, (known, other) -> BY_AGE.compare(other, known) >= 0 ? other : known));
        this.contract = said.isEmpty() ? last : newest.get(document(said.get(0)));
        newest.remove(document(current));
        this.others = newest.values().stream().sorted(BY_AGE.reversed()).toList();
    }

    /** @return what the current version says */
    MeasureRecord current() {
        return current.record();
    }

    /** @return what the document says in which the measure was written down first: that of its raw data */
    MeasureRecord contract() {
        return contract.record();
    }

    /** @return the day of that document */
    LocalDate contractDay() {
        return contract.source().asOf();
    }

    Stated<String> text(Function<MeasureRecord, String> part) {
        return stated(part, Statements::sameText);
    }

    Stated<StatedValue> value(Function<MeasureRecord, ReportedValue> part) {
        return stated(part.andThen(Statements::value), Statements::sameValue);
    }

    private <T> Stated<T> stated(Function<MeasureRecord, T> part, BiPredicate<T, T> same) {
        T value = part.apply(current.record());
        return new Stated<>(
                value,
                note(current.source()),
                others.stream()
                        .filter(other -> !same.test(value, part.apply(other.record())))
                        .map(other -> new Other<>(part.apply(other.record()), note(other.source())))
                        .toList());
    }

    static StatedValue value(ReportedValue reported) {
        if (reported == null) {
            return null;
        }
        ReportedValueForm form = ReportedValueForm.from(reported);
        return new StatedValue(
                form.status().name(),
                form.value(),
                form.from(),
                form.to(),
                form.operator() == null ? null : form.operator().name(),
                form.unit() == null ? null : form.unit().name(),
                form.baseYear(),
                form.targetYear(),
                Boolean.TRUE.equals(form.cumulative()),
                form.text(),
                form.reference(),
                form.source(),
                form.asOf());
    }

    static SourceNote note(Source source) {
        return new SourceNote(source.document(), source.place(), source.asOf(), source.url());
    }

    private static String document(SaidThen said) {
        return plain(said.source().document());
    }

    private static boolean sameText(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /** Two documents that say the same agree, whoever they quote and whenever. */
    private static boolean sameValue(StatedValue one, StatedValue other) {
        return Objects.equals(unquoted(one), unquoted(other));
    }

    private static StatedValue unquoted(StatedValue value) {
        return value == null
                ? null
                : new StatedValue(
                        value.status(),
                        value.number(),
                        value.from(),
                        value.to(),
                        value.operator(),
                        value.unit(),
                        value.baseYear(),
                        value.targetYear(),
                        value.cumulative(),
                        plain(value.text()),
                        plain(value.reference()),
                        null,
                        null);
    }

    private static String plain(String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.GERMAN);
    }
}
