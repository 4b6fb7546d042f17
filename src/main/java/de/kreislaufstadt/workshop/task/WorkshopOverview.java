package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.workshop.MemberCities.City;
import de.kreislaufstadt.workshop.joint.ParticipatingCities;
import de.kreislaufstadt.workshop.record.AgendaItem;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.MinutesEntry;
import de.kreislaufstadt.workshop.record.MinutesTable;
import de.kreislaufstadt.workshop.record.Objection;
import de.kreislaufstadt.workshop.record.Warning;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopKind;
import de.kreislaufstadt.workshop.record.WorkshopStepTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The head of every form of a workshop: which one it is, what the step before says, and what has been warned of. */
@Component
class WorkshopOverview {

    private final WorkshopStepTable steps;
    private final ParticipatingCities cities;
    private final WorkshopTexts texts;

    WorkshopOverview(WorkshopStepTable steps, ParticipatingCities cities, WorkshopTexts texts) {
        this.steps = steps;
        this.cities = cities;
        this.texts = texts;
    }

    TextBlocks of(String municipality, Workshop workshop) {
        TextBlocks head = new TextBlocks().heading(title(workshop));
        if (workshop.date() != null) {
            head.paragraph(texts.of(
                    "when",
                    date(workshop.date()),
                    workshop.begin(),
                    workshop.end(),
                    Optional.ofNullable(workshop.place()).orElse(workshop.link())));
        }
        if (workshop.kind() == WorkshopKind.INTERMUNICIPAL) {
            String names = cities.of(municipality, workshop.id()).stream()
                    .map(City::name)
                    .collect(Collectors.joining(", "));
            head.paragraph(texts.of("joint.with", names));
        }
        steps.latest(municipality, workshop.id())
                .filter(step -> step.note() != null)
                .ifPresent(step -> head.labelled(
                        texts.of("note", texts.of("task." + step.task()), texts.of("result." + step.result())),
                        step.note()));
        return head;
    }

    TextBlocks withWarnings(TextBlocks text, List<Warning> warnings) {
        if (!warnings.isEmpty()) {
            text.heading(texts.of("warnings"));
            warnings.forEach(warning -> text.item(warningText(warning)));
        }
        return text;
    }

    /** @param cityNames by key, of the cities that tasks can be for */
    TextBlocks withMinutes(
            TextBlocks text,
            MinutesTable.Minutes minutes,
            List<AgendaItem> agenda,
            List<MinutesEntry> entries,
            Map<String, String> cityNames) {
        text.labelled(texts.of("summary"), minutes.summary());
        for (int i = 0; i < agenda.size(); i++) {
            String position = String.valueOf(i + 1);
            List<MinutesEntry> own = entries.stream()
                    .filter(e -> e.agendaItem().equals(position))
                    .toList();
            if (!own.isEmpty()) {
                text.heading(position + ". " + agenda.get(i).title());
                own.forEach(entry -> text.item(texts.of(entry.kind()), entryText(entry, cityNames)));
            }
        }
        return text;
    }

    TextBlocks withObjections(TextBlocks text, List<Objection> objections) {
        if (!objections.isEmpty()) {
            text.heading(texts.of("objections"));
            objections.forEach(objection -> text.item(
                    objection.organisation() + ", " + date(objection.receivedOn()),
                    objection.text() + " – " + texts.of(objection.decision()) + ": " + objection.answer()));
        }
        return text;
    }

    TextBlocks withCounts(TextBlocks text, List<InvitationTable.GroupCount> counts) {
        if (!counts.isEmpty()) {
            text.heading(texts.of("counts"));
            counts.forEach(count -> text.item(
                    count.participantGroup().label(),
                    texts.of("count", count.invited(), count.accepted(), count.attended())));
        }
        return text;
    }

    /** @return what a warning says, for lists and for the message of a refusal */
    String warningText(Warning warning) {
        String group = warning.participantGroup() == null
                ? null
                : warning.participantGroup().label();
        return Stream.of(texts.of(warning.code()), group, warning.organisation())
                .filter(part -> part != null)
                .reduce((a, b) -> a + ": " + b)
                .orElseThrow();
    }

    private String title(Workshop workshop) {
        String number = texts.of("workshop", workshop.number());
        return workshop.title() == null ? number : number + ": " + workshop.title();
    }

    private String entryText(MinutesEntry entry, Map<String, String> cityNames) {
        List<String> parts = new ArrayList<>(List.of(entry.text()));
        if (entry.responsible() != null) {
            parts.add(texts.of("responsible", entry.responsible()));
        }
        if (entry.city() != null) {
            parts.add(texts.of("joint.taskFor", cityNames.getOrDefault(entry.city(), entry.city())));
        }
        if (entry.due() != null) {
            parts.add(texts.of("due", date(entry.due())));
        }
        return String.join(" · ", parts);
    }

    private static String date(LocalDate date) {
        return ReadersLanguage.day(date);
    }
}
