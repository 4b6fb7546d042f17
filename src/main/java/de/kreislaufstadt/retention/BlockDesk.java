package de.kreislaufstadt.retention;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.retention.Blocks.Block;
import de.kreislaufstadt.retention.Blocks.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets and lifts blocks, e.g. while a court or an audit may still ask for the data. */
@Component
class BlockDesk {

    private static final int LONGEST_REASON = 500;

    private final Blocks blocks;
    private final PersonDesk people;
    private final PersonSearch search;
    private final Kinds kinds;
    private final MeasureDirectory measures;
    private final RetentionPeriods periods;
    private final Doers doers;
    private final Clock clock;

    BlockDesk(
            Blocks blocks,
            PersonDesk people,
            PersonSearch search,
            Kinds kinds,
            MeasureDirectory measures,
            RetentionPeriods periods,
            Doers doers,
            Clock clock) {
        this.blocks = blocks;
        this.people = people;
        this.search = search;
        this.kinds = kinds;
        this.measures = measures;
        this.periods = periods;
        this.doers = doers;
        this.clock = clock;
    }

    /**
     * A block as it is wanted; fields that do not belong to its scope are ignored.
     *
     * @param measure number
     */
    record Wanted(Scope scope, String kind, String measure, PersonQuery person, String reason, LocalDate until) {}

    /** @return id of the block */
    @Transactional
    public UUID set(String municipality, Wanted wanted, String by) {
        people.requireKnown(municipality);
        Problems problems = new Problems()
                .check(wanted.scope() != null, "scope", "privacy.block.scope")
                .check(
                        wanted.reason() != null
                                && !wanted.reason().isBlank()
                                && wanted.reason().length() <= LONGEST_REASON,
                        "reason",
                        "privacy.block.reason")
                .check(
                        wanted.until() == null || !wanted.until().isBefore(LocalDate.now(clock)),
                        "until",
                        "privacy.block.until")
                .check(
                        wanted.scope() != Scope.KIND || wanted.kind() != null && kinds.exists(wanted.kind()),
                        "kind",
                        "privacy.block.kind");
        UUID measure = wanted.scope() == Scope.MEASURE ? measure(municipality, wanted.measure()) : null;
        problems.check(wanted.scope() != Scope.MEASURE || measure != null, "measure", "privacy.block.measure");
        problems.check(wanted.scope() != Scope.PERSON || wanted.person() != null, "person", "privacy.search.empty");
        problems.throwIfAny();
        Identity person = wanted.scope() == Scope.PERSON
                ? search.recognise(municipality, wanted.person().checked()).person()
                : Identity.unknown();
        UUID id = UUID.randomUUID();
        blocks.add(
                municipality,
                new Block(
                        id,
                        wanted.scope(),
                        false,
                        wanted.scope() == Scope.KIND ? wanted.kind() : null,
                        measure,
                        wanted.reason().strip(),
                        wanted.until(),
                        by,
                        LocalDate.now(clock)),
                person);
        return id;
    }

    private UUID measure(String municipality, String number) {
        if (number == null) {
            return null;
        }
        MeasureDirectory.Card card =
                measures.cards(municipality, List.of(number.strip())).get(number.strip());
        return card == null ? null : card.id();
    }

    /** @throws Refused if it is not in force */
    public void lift(String municipality, UUID id, String by) {
        people.requireKnown(municipality);
        if (!blocks.lift(municipality, id, by, periods.of(municipality, "blocks"))) {
            throw Refused.unknown("privacy.block.gone");
        }
    }

    /**
     * A block in force.
     *
     * @param measure number
     * @param person by what the person is recognised; empty unless somebody may know
     * @param by name of who has set it
     */
    record Shown(
            UUID id,
            Scope scope,
            boolean restricted,
            String kind,
            String measure,
            List<String> person,
            String reason,
            LocalDate until,
            String by,
            LocalDate since) {}

    /** @param withPeople whether it is said whose data is blocked */
    List<Shown> all(String municipality, boolean withPeople) {
        people.requireKnown(municipality);
        Map<UUID, List<String>> terms = withPeople ? blocks.people(municipality) : Map.of();
        return blocks.inForce(municipality).stream()
                .map(block -> new Shown(
                        block.id(),
                        block.scope(),
                        block.restricted(),
                        block.kind(),
                        block.measure() == null
                                ? null
                                : measures.card(municipality, block.measure()).number(),
                        terms.getOrDefault(block.id(), List.of()),
                        block.reason(),
                        block.until(),
                        doers.nameOf(block.by()),
                        block.since()))
                .toList();
    }
}
