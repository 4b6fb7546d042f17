package de.kreislaufstadt.publication;

import de.kreislaufstadt.released.ReleasedParts;
import java.util.List;
import java.util.UUID;

/**
 * What a module has to say on the public page of a measure; a bean of the module that owns it. It reads its own tables, takes only
 * what was released or decided there, and says it in types that have no place for anything else.
 */
public interface PublicPart {

    /** @return what is public of the measure, in German; {@link Content#none()} where nothing is */
    Content of(String municipality, UUID measureId);

    /**
     * What a module hands over; lists of several modules are joined, and sorted by day where they have one.
     *
     * @param evaluation null where the module has none
     */
    record Content(
            List<ReleasedParts.Decision> decisions,
            List<Adopted> projects,
            List<Progress> progress,
            List<ReleasedParts.Event> events,
            ReleasedParts.Evaluation evaluation) {

        /** The lists may not be changed afterwards. */
        public Content {
            decisions = decisions == null ? List.of() : List.copyOf(decisions);
            projects = projects == null ? List.of() : List.copyOf(projects);
            progress = progress == null ? List.of() : List.copyOf(progress);
            events = events == null ? List.of() : List.copyOf(events);
        }

        /** @return nothing */
        public static Content none() {
            return new Content(null, null, null, null, null);
        }

        /** @return events only */
        public static Content of(List<ReleasedParts.Event> events) {
            return new Content(null, null, null, events, null);
        }
    }

    /**
     * A starter project without what has become of it.
     *
     * @param id by which its progress is found; never published
     */
    record Adopted(UUID id, ReleasedParts.Project project) {}

    /**
     * How far a project is.
     *
     * @param project id of the starter project; null for the measure itself
     * @param result public summary of its confirmed closure; null before
     */
    record Progress(UUID project, List<ReleasedParts.Milestone> milestones, String result) {

        /** The list may not be changed afterwards. */
        public Progress {
            milestones = List.copyOf(milestones);
        }
    }
}
