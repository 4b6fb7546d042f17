package de.kreislaufstadt.retention;

import de.kreislaufstadt.department.MailAddress;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.PersonalData.Effect;
import de.kreislaufstadt.process.PersonalData.Found;
import de.kreislaufstadt.retention.DeletionLog.Cause;
import de.kreislaufstadt.retention.PersonFile.Item;
import de.kreislaufstadt.retention.PersonSearch.Hit;
import de.kreislaufstadt.retention.PersonSearch.Sought;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person may ask of a municipality about their data: to be told, to have it corrected, restricted or deleted. */
@Component
class PersonDesk {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PHONE = 50;

    private final PersonSearch search;
    private final PersonFiles files;
    private final Blocks blocks;
    private final DeletionLog log;
    private final Municipalities municipalities;
    private final Clock clock;

    PersonDesk(
            PersonSearch search,
            PersonFiles files,
            Blocks blocks,
            DeletionLog log,
            Municipalities municipalities,
            Clock clock) {
        this.search = search;
        this.files = files;
        this.blocks = blocks;
        this.log = log;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /**
     * @return what the municipality keeps of the person, and what would become of it
     * @throws Refused if it keeps nothing
     */
    @Transactional(readOnly = true)
    public PersonFile find(String municipality, PersonQuery query) {
        Sought sought = known(municipality, query);
        return files.of(
                municipality, sought.person(), hits(municipality, sought), blocks.on(municipality, sought.person()));
    }

    /** The same for the person to take along (Art. 15 and 20 DSGVO); that it was given out is noted. */
    @Transactional
    public PersonFile export(String municipality, PersonQuery query, String by) {
        PersonFile file = find(municipality, query);
        note(municipality, UUID.randomUUID(), Cause.PERSON_EXPORTED, counted(file.items()), by);
        return file;
    }

    /**
     * Corrects one thing (Art. 16 DSGVO).
     *
     * @param item id of an {@link Item}
     * @throws FormRefused if the field cannot be corrected, or not to this
     */
    @Transactional
    public void correct(String municipality, PersonQuery query, String item, String field, String value, String by) {
        Hit hit = hits(municipality, known(municipality, query)).stream()
                .filter(one -> one.found().id().equals(item))
                .findFirst()
                .orElseThrow(() -> Refused.conflict("privacy.correct.gone"));
        Identity.Sort sort = hit.found().correctable().get(field);
        String clean = value == null ? "" : value.strip();
        int longest = sort == Identity.Sort.PHONE ? LONGEST_PHONE : LONGEST_NAME;
        new Problems()
                .check(sort != null, "field", "privacy.correct.field")
                .check(!clean.isEmpty(), "value", "privacy.correct.blank")
                .check(sort != Identity.Sort.MAIL || MailAddress.isValid(clean), "value", "privacy.correct.mail", clean)
                .check(
                        sort == Identity.Sort.MAIL || clean.length() <= longest,
                        "value",
                        "privacy.correct.long",
                        longest)
                .throwIfAny();
        if (hit.module().correct(municipality, hit.found(), field, clean) == 0) {
            throw Refused.conflict("privacy.correct.gone");
        }
        note(municipality, UUID.randomUUID(), Cause.PERSON_CORRECTED, Map.of(key(hit.found()), 1), by);
    }

    /**
     * Deletes what may go (Art. 17 DSGVO), all or nothing.
     *
     * @param chosen ids of the items that shall go; null for all that certainly are about the person
     * @param seen the fingerprint of what the person who confirms has seen
     * @return what was deleted and what has stayed, and why
     * @throws Refused if a block holds, or something else is stored by now
     */
    @Transactional
    public PersonFile delete(
            String municipality, PersonQuery query, Collection<String> chosen, String seen, String by) {
        Sought sought = known(municipality, query);
        Identity person = sought.person();
        List<Blocks.Block> holding = blocks.on(municipality, person);
        if (!holding.isEmpty()) {
            throw Refused.conflict("privacy.delete.blocked", holding.get(0).reason());
        }
        List<Hit> hits = hits(municipality, sought);
        PersonFile before = files.of(municipality, person, hits, holding);
        if (!before.fingerprint().equals(seen)) {
            throw Refused.conflict("privacy.delete.changed");
        }
        requireFound(hits, chosen);
        Map<List<String>, Integer> done = new LinkedHashMap<>();
        List<Hit> after = hits.stream()
                .map(hit -> mayGo(hit.found()) && !goes(hit, chosen) ? hit.kept("chosen") : hit)
                .toList();
        for (Hit hit : after) {
            if (mayGo(hit.found())) {
                int changed = hit.module().delete(municipality, person, hit.found());
                done.merge(key(hit.found()), changed, Integer::sum);
            }
        }
        note(municipality, UUID.randomUUID(), Cause.PERSON_DELETED, done, by);
        return files.afterDeletion(municipality, person, after);
    }

    private static boolean goes(Hit hit, Collection<String> chosen) {
        return chosen == null ? hit.certain() : chosen.contains(hit.found().id());
    }

    private static void requireFound(List<Hit> hits, Collection<String> chosen) {
        boolean all = chosen == null
                || hits.stream()
                        .map(hit -> hit.found().id())
                        .collect(Collectors.toSet())
                        .containsAll(chosen);
        new Problems().check(all, "items", "privacy.delete.item").throwIfAny();
    }

    /** Neither shown nor mailed nor deleted from now on (Art. 18 DSGVO), until the day or until it is lifted. */
    @Transactional
    public UUID restrict(String municipality, PersonQuery query, String reason, LocalDate until, String by) {
        Sought sought = known(municipality, query);
        new Problems()
                .check(reason != null && !reason.isBlank() && reason.length() <= 500, "reason", "privacy.block.reason")
                .check(until == null || !until.isBefore(LocalDate.now(clock)), "until", "privacy.block.until")
                .throwIfAny();
        hits(municipality, sought);
        UUID id = UUID.randomUUID();
        blocks.add(
                municipality,
                new Blocks.Block(
                        id, Blocks.Scope.PERSON, true, null, null, reason.strip(), until, by, LocalDate.now(clock)),
                sought.person());
        return id;
    }

    private Sought known(String municipality, PersonQuery query) {
        requireKnown(municipality);
        return search.recognise(municipality, query.checked());
    }

    void requireKnown(String municipality) {
        if (!municipalities.tenants().contains(municipality)) {
            throw Refused.unknown("privacy.municipality.unknown");
        }
    }

    private List<Hit> hits(String municipality, Sought sought) {
        List<Hit> hits = search.hits(municipality, sought);
        if (hits.isEmpty()) {
            throw Refused.unknown("privacy.person.unknown", municipalities.nameOf(municipality));
        }
        return hits;
    }

    private static boolean mayGo(Found found) {
        return found.effect() != Effect.KEPT && found.effect() != Effect.PSEUDONYM;
    }

    private static List<String> key(Found found) {
        return List.of(found.kind(), found.table());
    }

    private static Map<List<String>, Integer> counted(List<Item> items) {
        Map<List<String>, Integer> counted = new LinkedHashMap<>();
        items.forEach(item -> counted.merge(List.of(item.kind(), item.table()), 1, Integer::sum));
        return counted;
    }

    private void note(String municipality, UUID run, Cause cause, Map<List<String>, Integer> done, String by) {
        done.forEach((what, count) -> log.add(
                municipality,
                new DeletionLog.Entry(
                        run, cause, what.get(0), what.get(1), count, 0, false, null, by, clock.instant())));
    }
}
