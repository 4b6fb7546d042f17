package de.kreislaufstadt.released;

import java.util.List;
import java.util.Optional;

/**
 * What the association of municipalities shows to everybody; answered by the module that keeps it. Drafts, comments, evidence and
 * whatever is not released have no place in these types.
 */
public interface ReleasedApproach {

    /** What is counted here changes with members, partners and versions; see {@link ReleasedMeasures#stamps}. */
    String STAMP = "/modellansatz";

    /** What is counted here changes with what municipalities release of how far they are. */
    String STAMP_OF_COMPARISON = "/modellansatz/vergleich";

    /** @return the association of this installation; empty if it has none */
    Optional<Approach> approach();

    /** @return all published versions, by component, the newest first; withdrawn ones are among them */
    List<ApproachVersion> versions();

    /**
     * @return what members of today have released of themselves and not withdrawn, one for each municipality and component, in the
     *     order of their ids and of the components
     */
    List<ReleasedMaturity> maturities();

    /** @return steps that five members of today or more have released times of, by process and name */
    List<ComparedStep> steps();
}
