package de.kreislaufstadt.website;

import de.kreislaufstadt.released.FieldChange;
import de.kreislaufstadt.released.FieldChange.Piece;
import de.kreislaufstadt.released.ReleasedMeasure.Term;
import de.kreislaufstadt.released.SourceNote;
import de.kreislaufstadt.released.StatedValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One difference between two versions, in words.
 *
 * @param field name of the field as the page calls it, with the entry of a list
 * @param from null where it is new; also where the pieces say it
 * @param to null where it is gone; also where the pieces say it
 * @param pieces of a text that was changed
 */
public record ChangeView(String field, String from, String to, List<Piece> pieces) {

    /** Kinds of codes by the name of the component that holds them. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("circularFields", "circularField"),
            Map.entry("field", "circularField"),
            Map.entry("levers", "lever"),
            Map.entry("rStrategies", "rStrategy"),
            Map.entry("budgetRelation", "budget"),
            Map.entry("agencyRoles", "role"),
            Map.entry("phases", "state"),
            Map.entry("state", "state"),
            Map.entry("assessment", "assessment"),
            Map.entry("about", "decision.about"),
            Map.entry("result", "result"),
            Map.entry("kind", "event"),
            Map.entry("status", "package"));

    static List<ChangeView> of(List<FieldChange> changes, Words words) {
        return changes.stream().map(change -> of(change, words)).toList();
    }

    private static ChangeView of(FieldChange change, Words words) {
        String name = words.path(change.path());
        String field = change.entry() == null ? name : name + ": " + change.entry();
        String kind = KINDS.get(change.path().substring(change.path().lastIndexOf('.') + 1));
        boolean text = !change.pieces().isEmpty() && kind == null;
        return new ChangeView(
                field,
                text ? null : said(change.from(), kind, words),
                text ? null : said(change.to(), kind, words),
                text ? change.pieces() : List.of());
    }

    private static String said(Object value, String kind, Words words) {
        if (value == null) {
            return null;
        }
        if (value instanceof StatedValue stated) {
            return words.value(stated);
        }
        if (value instanceof SourceNote source) {
            return words.source(source);
        }
        if (value instanceof Term term) {
            return Stream.of("field", "type", "scope")
                    .map(one -> words.term(one, term))
                    .filter(word -> !word.equals(term.code()))
                    .findFirst()
                    .orElse(term.code());
        }
        if (value instanceof LocalDate day) {
            return words.day(day);
        }
        if (value instanceof BigDecimal number) {
            return words.number(number);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(one -> said(one, kind, words))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Record record) {
            return parts(record, words);
        }
        return kind == null ? value.toString() : words.code(kind, value.toString());
    }

    private static String parts(Record record, Words words) {
        return Stream.of(record.getClass().getRecordComponents())
                .map(component -> said(value(component, record), KINDS.get(component.getName()), words))
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
