package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.workshop.record.AgendaItem;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.MinutesEntry;
import de.kreislaufstadt.workshop.record.Objection;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Data of a form as form-js reads it: dates and choices as texts, absent values left out. */
final class Prefill {

    private final Map<String, Object> data = new LinkedHashMap<>();

    static Prefill of(String name, Object value) {
        return new Prefill().with(name, value);
    }

    Prefill with(String name, Object value) {
        if (value instanceof Enum<?> choice) {
            data.put(name, choice.name());
        } else if (value instanceof Temporal) {
            data.put(name, value.toString());
        } else if (value != null) {
            data.put(name, value);
        }
        return this;
    }

    <T> Prefill rows(String name, List<T> items, Function<T, Prefill> row) {
        data.put(name, items.stream().map(item -> row.apply(item).data).toList());
        return this;
    }

    Map<String, Object> data() {
        return data;
    }

    static Prefill of(AgendaItem item) {
        return of("title", item.title())
                .with("format", item.format())
                .with("minutes", item.minutes())
                .with("responsible", item.responsible())
                .with("goal", item.goal());
    }

    static Prefill of(MinutesEntry entry) {
        return of("agendaItem", entry.agendaItem())
                .with("kind", entry.kind())
                .with("text", entry.text())
                .with("responsible", entry.responsible())
                .with("city", entry.city())
                .with("due", entry.due());
    }

    static Prefill of(Objection objection) {
        return of("number", objection.number())
                .with("organisation", objection.organisation())
                .with("receivedOn", objection.receivedOn())
                .with("agendaItem", objection.agendaItem())
                .with("text", objection.text());
    }

    static Prefill of(Invitation invitation) {
        return of("number", invitation.number())
                .with("organisation", invitation.organisation())
                .with("participantGroup", invitation.participantGroup())
                .with("contact", invitation.contact())
                .with("email", invitation.email());
    }
}
