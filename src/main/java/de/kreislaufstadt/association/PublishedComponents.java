package de.kreislaufstadt.association;

import de.kreislaufstadt.measure.ModelComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Versions of the components as they were adopted and published. Whoever asks may show them to everybody. */
public interface PublishedComponents {

    /** @return the newest version of each component that is not withdrawn, in the order of the components */
    List<PublishedComponent> current();

    /** @return all versions of a component, the newest first, withdrawn ones included */
    List<PublishedComponent> versions(ModelComponent component);

    /** @return one version; empty if it does not exist */
    Optional<PublishedComponent> version(ModelComponent component, int version);

    /**
     * A version.
     *
     * @param version counted per component from 1
     * @param changeSummary what changed against the version before, in words
     * @param adoptedBy organisation that adopted it
     * @param members that were asked
     * @param commented of those, how many answered
     * @param comments that were made and answered
     * @param withdrawnOn null while it holds
     */
    record PublishedComponent(
            ModelComponent component,
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

        /**
         * @param anchor stays the same over the versions
         * @param text Markdown
         */
        public record Section(String anchor, String heading, String text) {}
    }
}
