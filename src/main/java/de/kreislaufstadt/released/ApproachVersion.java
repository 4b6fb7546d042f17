package de.kreislaufstadt.released;

import de.kreislaufstadt.released.FieldChange.Piece;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An adopted version of a component of the model approach.
 *
 * @param version counted per component, from 1
 * @param changeSummary what changed against the version before, in the words of those who wrote it
 * @param adoptedBy organisation that adopted it
 * @param members that were asked
 * @param commented of those, how many answered
 * @param comments that were made, and answered
 * @param withdrawnOn null while it holds
 * @param withdrawnReason null while it holds
 */
public record ApproachVersion(
        String component,
        int version,
        List<Section> sections,
        String changeSummary,
        String adoptedBy,
        LocalDate adoptedOn,
        LocalDate publishedOn,
        int members,
        int commented,
        int comments,
        LocalDate withdrawnOn,
        String withdrawnReason) {

    /** The list may not be changed afterwards. */
    public ApproachVersion {
        sections = List.copyOf(sections);
    }

    /** @return whether nobody has withdrawn it */
    public boolean holds() {
        return withdrawnOn == null;
    }

    /**
     * A part of the text.
     *
     * @param anchor stays the same over the versions
     * @param text Markdown
     */
    public record Section(String anchor, String heading, String text) {}

    /**
     * What became of a section.
     *
     * @param heading of today; of before where the section is gone
     * @param pieces of the text, with its heading where that is another; those of before are removed, those of today added
     */
    public record SectionChange(String anchor, String heading, List<Piece> pieces) {}

    /**
     * Compares with another version, section by section; a section is the same as long as its anchor is.
     *
     * @param before null if there was none
     * @return sections that say something else, in the order of this version, those that are gone last
     */
    public List<SectionChange> changesSince(ApproachVersion before) {
        if (before == null) {
            return List.of();
        }
        Map<String, Section> old = new LinkedHashMap<>();
        before.sections().forEach(section -> old.put(section.anchor(), section));
        List<SectionChange> changes = new ArrayList<>();
        for (Section section : sections) {
            Section was = old.remove(section.anchor());
            if (!section.equals(was)) {
                boolean renamed = was == null || !was.heading().equals(section.heading());
                changes.add(new SectionChange(
                        section.anchor(),
                        section.heading(),
                        renamed
                                ? TextDiff.between(was == null ? "" : text(was), text(section))
                                : TextDiff.between(was.text(), section.text())));
            }
        }
        old.values()
                .forEach(gone -> changes.add(
                        new SectionChange(gone.anchor(), gone.heading(), TextDiff.between(text(gone), ""))));
        return changes;
    }

    private static String text(Section section) {
        return section.heading() + "\n\n" + section.text();
    }
}
