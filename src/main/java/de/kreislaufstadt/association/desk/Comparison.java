package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.PublishedComponents;
import de.kreislaufstadt.association.PublishedComponents.PublishedComponent.Section;
import de.kreislaufstadt.association.round.ComponentRound;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.released.FieldChange.Piece;
import de.kreislaufstadt.released.FieldChange.PieceKind;
import de.kreislaufstadt.released.TextDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What two texts of a component say differently, section by section: published versions, or the draft of the running round. */
@Component
class Comparison {

    /** What addresses call the text of the running round. */
    static final String DRAFT = "draft";

    private final Texts texts = Texts.of("association");
    private final Readers readers;
    private final ComponentRows rows;
    private final PassageTable passages;
    private final PublishedComponents published;

    Comparison(Readers readers, ComponentRows rows, PassageTable passages, PublishedComponents published) {
        this.readers = readers;
        this.rows = rows;
        this.passages = passages;
        this.published = published;
    }

    /** How a section of the one text is found in the other. */
    enum Change {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    /** A section of either text, with what is different in it. */
    record Difference(String anchor, String heading, Change change, String label, List<Piece> pieces) {}

    /** Two texts of a component. */
    record Compared(String from, String to, List<Difference> sections) {}

    /**
     * @param from number of a version, or {@value #DRAFT}
     * @param to as {@code from}
     * @throws NoSuchComponent if one of them is not there, or is not for the reader yet
     */
    @Transactional(readOnly = true)
    Compared of(String component, String from, String to) {
        Reader reader = readers.reading();
        ModelComponent which = RoundFinder.component(component);
        return new Compared(name(from), name(to), between(sections(reader, which, from), sections(reader, which, to)));
    }

    /** @return the sections of the later text in their order, and each that is gone after the one it stood behind */
    List<Difference> between(List<Section> before, List<Section> after) {
        Map<String, Section> old = byAnchor(before);
        Map<String, Section> now = byAnchor(after);
        List<Difference> differences = new ArrayList<>();
        for (String anchor : order(before, after)) {
            Section was = old.get(anchor);
            Section is = now.get(anchor);
            differences.add(difference(anchor, was, is));
        }
        return List.copyOf(differences);
    }

    private Difference difference(String anchor, Section was, Section is) {
        String heading = is == null ? was.heading() : is.heading();
        List<Piece> pieces = TextDiff.between(text(was, is), text(is, was));
        Change change;
        if (was == null) {
            change = Change.ADDED;
        } else if (is == null) {
            change = Change.REMOVED;
        } else {
            change = pieces.stream().allMatch(piece -> piece.kind() == PieceKind.SAME) ? Change.SAME : Change.CHANGED;
        }
        return new Difference(anchor, heading, change, texts.name("association.desk.change", change), pieces);
    }

    /** A heading that was changed is part of what is compared; one that was not is above it already. */
    private static String text(Section section, Section other) {
        if (section == null) {
            return "";
        }
        return other == null || other.heading().equals(section.heading())
                ? section.text()
                : section.heading() + "\n\n" + section.text();
    }

    private static List<String> order(List<Section> before, List<Section> after) {
        List<String> order = new ArrayList<>(after.stream().map(Section::anchor).toList());
        String last = null;
        for (Section section : before) {
            if (!order.contains(section.anchor())) {
                order.add(last == null ? 0 : order.indexOf(last) + 1, section.anchor());
            }
            last = section.anchor();
        }
        Set<String> once = new LinkedHashSet<>(order);
        return List.copyOf(once);
    }

    private static Map<String, Section> byAnchor(List<Section> sections) {
        Map<String, Section> byAnchor = new LinkedHashMap<>();
        sections.forEach(section -> byAnchor.put(section.anchor(), section));
        return byAnchor;
    }

    private List<Section> sections(Reader reader, ModelComponent component, String which) {
        return DRAFT.equals(which)
                ? draft(reader, component)
                : published
                        .version(component, RoundFinder.number(which))
                        .orElseThrow(NoSuchComponent::new)
                        .sections();
    }

    /** The office compares what it is writing; members the draft they were asked about, and not what becomes of it. */
    private List<Section> draft(Reader reader, ModelComponent component) {
        ComponentRound running = rows.rounds(reader.office()).stream()
                .filter(round ->
                        round.component() == component && !round.state().isOver())
                .filter(round -> reader.ofOffice() || ComponentPages.isOpened(round))
                .findFirst()
                .orElseThrow(NoSuchComponent::new);
        return passages.passages(reader.office(), running.id()).stream()
                .map(passage -> new Section(
                        passage.anchor(), passage.heading(), reader.ofOffice() ? passage.text() : passage.draft()))
                .toList();
    }

    private String name(String which) {
        return DRAFT.equals(which) ? texts.get("association.desk.draft") : texts.get("association.desk.version", which);
    }
}
