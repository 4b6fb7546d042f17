package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.Finding.Kind;
import de.kreislaufstadt.imports.SourceRecord.Part;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Puts the records of the three files of a Climate City Contract together, one draft per measure. */
final class Contract {

    /** Letters a mistyped id may be away from the one that was meant. */
    private static final int FARTHEST = 2;

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_. -]{0,78}[\\p{L}\\p{N}])?");

    private final ContractRules contract;
    private final AdditionalRules additional;
    private final ProgressRules progress;
    private final Set<String> known;

    /** @param known ids of measures that are there already */
    Contract(ImportSettings settings, Set<String> known) {
        Values values = new Values(settings);
        this.contract = new ContractRules(values, settings.source().asOf());
        this.additional = new AdditionalRules(values, settings.source());
        this.progress = new ProgressRules(settings.source().document());
        this.known = known;
    }

    /** @return whether an id names nothing but itself: no path, no markup */
    static boolean isId(String id) {
        return ID.matcher(id).matches() && !id.contains("..");
    }

    /** @return the drafts in the order in which the files first name their measures */
    List<Draft> drafts(Collection<SourceRecord> records) {
        Map<String, List<SourceRecord>> measures = records.stream()
                .filter(record -> record.part() == Part.MEASURES)
                .collect(Collectors.groupingBy(SourceRecord::id, LinkedHashMap::new, Collectors.toList()));
        List<Draft> all = new ArrayList<>();
        Map<String, Draft> drafts = new LinkedHashMap<>();
        measures.forEach((id, same) -> all.addAll(measure(id, same, drafts)));
        Set<String> ids = new LinkedHashSet<>(known);
        ids.addAll(drafts.keySet());
        beside(records, Part.ADDITIONAL, ids, drafts, all);
        beside(records, Part.PROGRESS, ids, drafts, all);
        return all;
    }

    private List<Draft> measure(String id, List<SourceRecord> same, Map<String, Draft> drafts) {
        List<Draft> found = new ArrayList<>();
        for (SourceRecord record : same) {
            Draft draft = new Draft(id, record.position());
            contract.read(record, draft);
            refuseId(draft);
            if (same.size() > 1 && !id.isEmpty()) {
                String places = same.stream()
                        .map(other -> String.valueOf(other.position()))
                        .collect(Collectors.joining(", "));
                draft.refuse(Target.EXTERNAL_ID.path(), id, "imports.id.twice", id, places);
            }
            found.add(draft);
        }
        if (!id.isEmpty()) {
            drafts.put(id, found.get(0));
        }
        return found;
    }

    /** Refuses a row whose id is missing or could be taken for something else. */
    static void refuseId(Draft draft) {
        if (draft.id().isEmpty()) {
            draft.refuse(Target.EXTERNAL_ID.path(), "", "imports.id.missing");
        } else if (!isId(draft.id())) {
            draft.refuse(Target.EXTERNAL_ID.path(), draft.id(), "imports.id.characters");
        }
    }

    private void beside(
            Collection<SourceRecord> records, Part part, Set<String> ids, Map<String, Draft> drafts, List<Draft> all) {
        Set<String> seen = new HashSet<>();
        for (SourceRecord record : records) {
            if (record.part() != part) {
                continue;
            }
            if (!seen.add(record.id())) {
                all.add(setAside(record, Finding.of(Kind.ID_TWICE, record.id())));
            } else if (ids.contains(record.id())) {
                Draft draft = drafts.computeIfAbsent(record.id(), id -> added(new Draft(id, record.position()), all));
                if (part == Part.ADDITIONAL) {
                    additional.read(record, draft);
                } else {
                    progress.read(record, draft);
                }
            } else {
                all.add(setAside(record, unknown(record.id(), ids)));
            }
        }
    }

    private static Draft added(Draft draft, List<Draft> all) {
        all.add(draft);
        return draft;
    }

    /** A record that belongs to no measure: nothing is done with it, and each of its fields says so. */
    private static Draft setAside(SourceRecord record, Finding why) {
        Draft draft = new Draft(record.id(), record.position()).reading(record);
        draft.note(why);
        record.fields().forEach(field -> draft.setAside(field, why));
        draft.refuse(Target.EXTERNAL_ID.path(), record.id(), "imports.id.noMeasure", record.id());
        return draft;
    }

    private static Finding unknown(String id, Set<String> ids) {
        LevenshteinDistance distance = new LevenshteinDistance(FARTHEST);
        Optional<String> meant = ids.stream()
                .filter(other -> distance.apply(plain(id), plain(other)) >= 0)
                .min(Comparator.comparing(other -> distance.apply(plain(id), plain(other))));
        return meant.map(other -> Finding.of(Kind.ID_MISTYPED, id, other))
                .orElseGet(() -> Finding.of(Kind.ID_UNKNOWN, id));
    }

    /** Ids without what people vary without meaning to. */
    private static String plain(String id) {
        String lower = id.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("[^a-z0-9]", "");
    }
}
