package de.kreislaufstadt.retention;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.Matters;
import de.kreislaufstadt.process.PersonalData.Effect;
import de.kreislaufstadt.process.PersonalData.Found;
import de.kreislaufstadt.retention.PersonFile.Field;
import de.kreislaufstadt.retention.PersonFile.Item;
import de.kreislaufstadt.retention.PersonSearch.Hit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts together what was found of a person, with what the law wants to be said of it. */
@Component
class PersonFiles {

    private static final Texts TEXTS = Texts.of("privacy");

    /** Said of every row beside its content. */
    private static final Set<String> ABOUT =
            Set.of("purpose", "legal_basis", "source", "delete_on", "municipality_id", "created_at");

    private final Kinds kinds;
    private final Matters matters;
    private final Municipalities municipalities;
    private final ReadableRows rows;
    private final Clock clock;

    PersonFiles(Kinds kinds, Matters matters, Municipalities municipalities, ReadableRows rows, Clock clock) {
        this.rows = rows;
        this.kinds = kinds;
        this.matters = matters;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** @return what would become of everything */
    PersonFile of(String municipality, Identity person, List<Hit> hits, List<Blocks.Block> blocks) {
        return of(municipality, person, hits, blocks, "effect");
    }

    /** @return what has become of everything */
    PersonFile afterDeletion(String municipality, Identity person, List<Hit> hits) {
        return of(municipality, person, hits, List.of(), "done");
    }

    private PersonFile of(
            String municipality, Identity person, List<Hit> hits, List<Blocks.Block> blocks, String tense) {
        Map<UUID, String> numbers = new HashMap<>();
        Map<String, Kinds.Kind> known = new HashMap<>();
        ReadableRows.Reader reader = rows.of(municipality);
        String byName = TEXTS.get(person.phones().isEmpty() ? "privacy.match.name" : "privacy.match.nameOrPhone");
        List<Item> items = hits.stream()
                .map(hit -> item(
                        municipality,
                        hit,
                        known.computeIfAbsent(hit.found().kind(), kind -> kinds.of(municipality, kind)),
                        number(municipality, hit.found().measure(), numbers),
                        reader,
                        hit.certain() ? TEXTS.get("privacy.match.certain") : byName,
                        "privacy." + tense + "."))
                .toList();
        return new PersonFile(
                municipality,
                municipalities.nameOf(municipality),
                LocalDate.now(clock),
                person,
                alsoKnownAs(person, hits),
                blocks.stream().map(Blocks.Block::reason).toList(),
                items,
                fingerprint(hits));
    }

    private Item item(
            String municipality,
            Hit hit,
            Kinds.Kind kind,
            String number,
            ReadableRows.Reader reader,
            String match,
            String effects) {
        Found found = hit.found();
        Map<String, Object> row = found.content();
        boolean own = row.get("purpose") instanceof String && row.size() > 1;
        String basis = own && row.get("legal_basis") instanceof String code
                ? kinds.legalBasis(municipality, code)
                : kind.legalBasis();
        String source = own && row.get("source") instanceof String code ? kinds.origin(code) : kind.origin();
        Map<String, Object> content = new LinkedHashMap<>(row);
        if (own) {
            content.keySet().removeAll(ABOUT);
            content.values().removeIf(Objects::isNull);
        }
        return new Item(
                found.id(),
                found.kind(),
                kind.name(),
                DataWords.bare(found.table()),
                DataWords.table(found.table()).orElse(kind.name()),
                number,
                hit.certain(),
                match,
                found.effect(),
                TEXTS.get(effects + found.effect()),
                because(found),
                own ? row.get("purpose").toString() : kind.purpose(),
                basis,
                source,
                kind.recipients(),
                found.deleteOn(),
                kind.deletion(),
                content,
                reader.fields(found, content),
                correctable(found));
    }

    private static String because(Found found) {
        if (found.effect() == Effect.PSEUDONYM) {
            return TEXTS.get("privacy.because.proof");
        }
        return found.because() == null ? null : TEXTS.get("privacy.because." + found.because());
    }

    private static List<Field> correctable(Found found) {
        return found.correctable().keySet().stream()
                .map(column -> new Field(
                        column,
                        DataWords.column(found.table(), column).orElse(column),
                        Objects.toString(found.content().get(column), "")))
                .toList();
    }

    private String number(String municipality, UUID measure, Map<UUID, String> numbers) {
        return measure == null
                ? null
                : numbers.computeIfAbsent(
                        measure, id -> matters.of(municipality, id).number());
    }

    /** Names and addresses in the same rows: of the same person, or of somebody who stood in for them. */
    private static Identity alsoKnownAs(Identity person, List<Hit> hits) {
        Map<Sort, Set<String>> more = new EnumMap<>(Sort.class);
        hits.forEach(hit -> hit.found().correctable().forEach((column, sort) -> {
            if (hit.found().content().get(column) instanceof String value
                    && !value.isBlank()
                    && !person.lower(sort).contains(value.strip().toLowerCase(Locale.ROOT))) {
                more.computeIfAbsent(sort, key -> new LinkedHashSet<>()).add(value);
            }
        }));
        return new Identity(
                Set.of(),
                more.getOrDefault(Sort.NAME, Set.of()),
                more.getOrDefault(Sort.MAIL, Set.of()),
                more.getOrDefault(Sort.PHONE, Set.of()),
                Set.of());
    }

    private static String fingerprint(List<Hit> hits) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            hits.forEach(hit -> digest.update(
                    (hit.found().id() + " " + hit.found().effect() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
