package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.PublishedComponents;
import de.kreislaufstadt.association.PublishedComponents.PublishedComponent;
import de.kreislaufstadt.association.desk.ComponentRows.Request;
import de.kreislaufstadt.association.desk.ComponentViews.Done;
import de.kreislaufstadt.association.desk.ComponentViews.Line;
import de.kreislaufstadt.association.desk.ComponentViews.Member;
import de.kreislaufstadt.association.desk.ComponentViews.Overview;
import de.kreislaufstadt.association.desk.ComponentViews.Page;
import de.kreislaufstadt.association.desk.ComponentViews.RoundPage;
import de.kreislaufstadt.association.desk.ComponentViews.Version;
import de.kreislaufstadt.association.round.ComponentRound;
import de.kreislaufstadt.association.round.RoundState;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.Accounts;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Components and rounds as the page shows them. People of a member see what is published, how running rounds stand, and what
 * their own city has said; what other cities say stays with the office.
 */
@Component
class ComponentPages {

    private static final List<String> MEMBER_STATES =
            List.of("ANSWERED", "NO_COMMENT", "OPEN", "PLANNED", "MISSED", "LEFT", "UNREACHABLE");

    private final Texts texts = Texts.of("association");
    private final Texts components = Texts.of("measure");
    private final Readers readers;
    private final RoundFinder finder;
    private final RoundLines lines;
    private final ComponentRows rows;
    private final PassageTable passages;
    private final Consolidation consolidation;
    private final PublishedComponents published;
    private final Accounts accounts;
    private final Clock clock;

    ComponentPages(
            Readers readers,
            RoundFinder finder,
            RoundLines lines,
            ComponentRows rows,
            PassageTable passages,
            Consolidation consolidation,
            PublishedComponents published,
            Accounts accounts,
            Clock clock) {
        this.readers = readers;
        this.finder = finder;
        this.lines = lines;
        this.rows = rows;
        this.passages = passages;
        this.consolidation = consolidation;
        this.published = published;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Overview overview() {
        Reader reader = readers.reading();
        List<ComponentRound> all = rows.rounds(reader.office());
        RoundLines.Known known = lines.known(reader, all);
        Map<ModelComponent, PublishedComponent> current = published.current().stream()
                .collect(Collectors.toMap(PublishedComponent::component, Function.identity()));
        return new Overview(
                reader.moderation(),
                reader.ofOffice(),
                known.office().name(),
                Arrays.stream(ModelComponent.values())
                        .map(component -> line(reader, component, all, known, current.get(component)))
                        .toList());
    }

    @Transactional(readOnly = true)
    Page component(String name) {
        Reader reader = readers.reading();
        ModelComponent component = RoundFinder.component(name);
        List<ComponentRound> all = rows.rounds(reader.office()).stream()
                .filter(round -> round.component() == component)
                .toList();
        RoundLines.Known known = lines.known(reader, all);
        List<PublishedComponent> versions = published.versions(component);
        return new Page(
                reader.moderation(),
                reader.ofOffice(),
                line(
                        reader,
                        component,
                        all,
                        known,
                        versions.stream()
                                .filter(version -> version.withdrawnOn() == null)
                                .findFirst()
                                .orElse(null)),
                versions.stream().map(ComponentPages::version).toList(),
                all.stream()
                        .filter(round -> mayKnow(reader, round, known))
                        .map(round -> lines.line(reader, round, known))
                        .toList());
    }

    /** @throws NoSuchComponent if there is no such round, or members do not know of it yet */
    @Transactional(readOnly = true)
    RoundPage round(String component, String number) {
        Reader reader = readers.reading();
        ComponentRound round = finder.find(reader, component, number);
        RoundLines.Known known = lines.known(reader, List.of(round));
        if (!mayKnow(reader, round, known)) {
            throw new NoSuchComponent();
        }
        List<Request> requests = rows.requests(reader.office(), round.id());
        boolean office = reader.ofOffice();
        return new RoundPage(
                reader.moderation(),
                office,
                round.component(),
                name(round.component()),
                lines.line(reader, round, known),
                office ? round.returnReason() : null,
                round.cancelReason(),
                round.closedBy() == null ? null : texts.get("association.desk.closedBy." + round.closedBy()),
                office ? requests.stream().map(this::member).toList() : List.of(),
                states(requests),
                office || round.state() == RoundState.PUBLISHED ? answers(reader, round) : Map.of(),
                office ? List.of() : own(reader, round),
                office
                        ? rows.events(reader.office(), round.id()).stream()
                                .map(this::done)
                                .toList()
                        : List.of());
    }

    private Line line(
            Reader reader,
            ModelComponent component,
            List<ComponentRound> all,
            RoundLines.Known known,
            PublishedComponent current) {
        return new Line(
                component,
                name(component),
                current == null ? null : current.version(),
                current == null ? null : current.publishedOn(),
                all.stream()
                        .filter(round ->
                                round.component() == component && !round.state().isOver())
                        .filter(round -> mayKnow(reader, round, known))
                        .findFirst()
                        .map(round -> lines.line(reader, round, known))
                        .orElse(null));
    }

    /** A member knows of a round that it was asked in, or that others have been asked in; that somebody drafts is the office's. */
    private static boolean mayKnow(Reader reader, ComponentRound round, RoundLines.Known known) {
        return reader.ofOffice() || isOpened(round) || known.own().containsKey(round.id());
    }

    /** @return whether members have, or had, the draft to comment on */
    static boolean isOpened(ComponentRound round) {
        return round.state() != RoundState.CANCELLED && round.state().compareTo(RoundState.OPENING) > 0;
    }

    private static Version version(PublishedComponent version) {
        return new Version(
                version.version(),
                version.changeSummary(),
                version.adoptedBy(),
                version.adoptedOn(),
                version.publishedOn(),
                version.members(),
                version.commented(),
                version.comments(),
                version.withdrawnOn(),
                version.withdrawnReason(),
                version.sections());
    }

    private Member member(Request request) {
        return new Member(
                request.member(),
                request.state(),
                texts.get("association.desk.member." + request.state()),
                request.unreachable() == null
                        ? null
                        : texts.get("association.desk.unreachable." + request.unreachable()),
                request.reminded() == null
                        ? null
                        : request.reminded().atZoneSameInstant(clock.getZone()).toLocalDate());
    }

    private static Map<String, Integer> states(List<Request> requests) {
        Map<String, Integer> states = new LinkedHashMap<>();
        for (String state : MEMBER_STATES) {
            int members = (int) requests.stream()
                    .filter(request -> request.state().equals(state))
                    .count();
            if (members > 0) {
                states.put(state, members);
            }
        }
        return states;
    }

    private Map<String, Integer> answers(Reader reader, ComponentRound round) {
        Map<String, Integer> answers = new LinkedHashMap<>();
        rows.answers(reader.office(), round.id())
                .forEach(answered -> answers.put(
                        texts.get(
                                "association.desk.answer." + (answered.answer() == null ? "NONE" : answered.answer())),
                        answered.comments()));
        return answers;
    }

    private List<Consolidation.Shown> own(Reader reader, ComponentRound round) {
        boolean answered = round.state() == RoundState.PUBLISHED;
        return passages.commentsOf(reader.office(), round.id(), reader.city()).stream()
                .map(consolidation::shown)
                .map(comment -> answered ? comment : comment.withoutAnswer())
                .toList();
    }

    private Done done(ComponentRows.Done done) {
        return new Done(
                texts.get("association.desk.event." + done.kind()),
                done.by() == null ? texts.get("association.desk.byItself") : accounts.nameOf(done.by()),
                done.deputyFor() == null ? null : accounts.nameOf(done.deputyFor()),
                done.note(),
                done.at());
    }

    private String name(ModelComponent component) {
        return components.name("measure.modelComponent", component);
    }
}
