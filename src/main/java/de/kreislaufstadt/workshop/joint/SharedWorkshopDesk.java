package de.kreislaufstadt.workshop.joint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.workshop.record.InvitationTable.GroupCount;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The page "Gemeinsame Workshops": what a city reads of the workshops in which it takes part. */
@Component
class SharedWorkshopDesk {

    private final Texts texts = Texts.of("workshop");
    private final JointReaders readers;
    private final SharedWorkshopTable shared;
    private final ObjectMapper json;

    SharedWorkshopDesk(JointReaders readers, SharedWorkshopTable shared, ObjectMapper json) {
        this.readers = readers;
        this.shared = shared;
        this.json = json;
    }

    /**
     * A workshop in one line.
     *
     * @param organiser name of the city whose workshop it is
     * @param own whether that is the reader's
     * @param tasks how many tasks of its minutes are for the reader's city
     */
    record Line(
            UUID id,
            String title,
            String organiser,
            boolean own,
            LocalDate date,
            SharedWorkshop.Stage stage,
            String stageLabel,
            int tasks) {}

    /** All workshops in which the reader's city takes part. */
    record Overview(List<Line> workshops) {}

    /** An item of the agenda with what the minutes say about it; no entries before they are released. */
    record Item(String title, int minutes, String goal, List<Entry> entries) {}

    /**
     * An entry of the minutes.
     *
     * @param city name of the city that a task is for; null where it is for none in particular
     * @param ours whether that is the reader's
     */
    record Entry(String kind, String text, String responsible, String city, boolean ours, LocalDate due) {}

    /** How many of a group were invited, accepted and came. */
    record Count(String group, int invited, int accepted, int attended) {}

    /** A workshop with everything that is shared. */
    record Page(
            Line workshop,
            LocalTime begin,
            LocalTime end,
            String place,
            String aim,
            List<String> cities,
            List<Item> agenda,
            String summary,
            LocalDate releasedOn,
            int edition,
            List<Count> counts) {}

    @Transactional(readOnly = true)
    Overview overview() {
        return new Overview(shared.of(readers.city()).stream().map(this::line).toList());
    }

    /** @throws NoSuchWorkshop if there is none, or the reader's city takes no part in it */
    @Transactional(readOnly = true)
    Page page(UUID id) {
        String city = readers.city();
        SharedWorkshop workshop = shared.find(city, id).orElseThrow(NoSuchWorkshop::new);
        Map<String, String> cities = shared.cities(city, id);
        return new Page(
                line(workshop),
                workshop.begin(),
                workshop.end(),
                workshop.place(),
                workshop.aim(),
                List.copyOf(cities.values()),
                items(workshop, city, cities),
                workshop.summary(),
                workshop.releasedOn(),
                workshop.edition(),
                counts(workshop));
    }

    private Line line(SharedWorkshop workshop) {
        return new Line(
                workshop.id(),
                workshop.title(),
                workshop.organiser(),
                workshop.own(),
                workshop.date(),
                workshop.stage(),
                texts.name("workshop.joint.stage", workshop.stage()),
                workshop.tasks());
    }

    private List<Item> items(SharedWorkshop workshop, String city, Map<String, String> cities) {
        List<SharedAgendaItem> agenda = read(workshop.agenda(), new TypeReference<>() {});
        List<SharedEntry> entries = read(workshop.minutes(), new TypeReference<>() {});
        return IntStream.range(0, agenda.size())
                .mapToObj(i -> new Item(
                        agenda.get(i).title(),
                        agenda.get(i).minutes(),
                        agenda.get(i).goal(),
                        entries.stream()
                                .filter(entry -> entry.item() == i + 1)
                                .map(entry -> entry(entry, city, cities))
                                .toList()))
                .toList();
    }

    private Entry entry(SharedEntry entry, String city, Map<String, String> cities) {
        return new Entry(
                texts.name("workshop.Kind", entry.kind()),
                entry.text(),
                entry.responsible(),
                entry.city() == null ? null : cities.getOrDefault(entry.city(), entry.city()),
                city.equals(entry.city()),
                entry.due());
    }

    private List<Count> counts(SharedWorkshop workshop) {
        List<GroupCount> counts = read(workshop.counts(), new TypeReference<>() {});
        return counts.stream()
                .map(count -> new Count(
                        count.participantGroup().label(), count.invited(), count.accepted(), count.attended()))
                .toList();
    }

    private <T> List<T> read(String text, TypeReference<List<T>> type) {
        try {
            return text == null ? List.of() : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a workshop shares cannot be read", e);
        }
    }

    /** There is no such workshop for the reader's city. */
    static final class NoSuchWorkshop extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
