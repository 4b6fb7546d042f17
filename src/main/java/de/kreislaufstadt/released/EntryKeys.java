package de.kreislaufstadt.released;

import de.kreislaufstadt.released.ReleasedParts.Decision;
import de.kreislaufstadt.released.ReleasedParts.Event;
import de.kreislaufstadt.released.ReleasedParts.Funding;
import de.kreislaufstadt.released.ReleasedParts.Goal;
import de.kreislaufstadt.released.ReleasedParts.Indicator;
import de.kreislaufstadt.released.ReleasedParts.Milestone;
import de.kreislaufstadt.released.ReleasedParts.Observation;
import de.kreislaufstadt.released.ReleasedParts.PlanRow;
import de.kreislaufstadt.released.ReleasedParts.Project;
import de.kreislaufstadt.released.ReleasedParts.StatusReport;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tells entries of a list from each other, so that the same one is found again in the next version. */
final class EntryKeys {

    private EntryKeys() {}

    /** @return what is the same as long as it is the same entry; where there is no such thing, all that the entry says */
    static String key(Object entry) {
        return name(entry) + detail(entry);
    }

    /** @return what people call the entry, with days as ISO dates */
    static String name(Object entry) {
        if (entry instanceof Indicator one) {
            return one.name();
        } else if (entry instanceof Observation one) {
            return String.valueOf(one.day());
        } else if (entry instanceof Decision one) {
            return joined(one.body(), one.decidedOn());
        } else if (entry instanceof Project one) {
            return one.title();
        } else if (entry instanceof Milestone one) {
            return one.title();
        } else if (entry instanceof StatusReport one) {
            return String.valueOf(one.asOf());
        } else if (entry instanceof Event one) {
            return joined(one.title(), one.day());
        } else if (entry instanceof PlanRow one) {
            return joined(one.year(), one.productGroup(), one.line());
        } else if (entry instanceof Funding one) {
            return joined(one.programme(), one.funder());
        } else if (entry instanceof Goal one) {
            return one.goal();
        } else if (entry instanceof SourceNote one) {
            return joined(one.document(), one.place());
        } else if (entry instanceof Stated.Other<?> one) {
            return one.source() == null ? "" : one.source().document();
        }
        return entry.toString();
    }

    private static String detail(Object entry) {
        if (entry instanceof Decision one) {
            return " " + one.about();
        } else if (entry instanceof Event one) {
            return " " + one.kind();
        }
        return "";
    }

    private static String joined(Object... parts) {
        return Stream.of(parts).filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(", "));
    }
}
