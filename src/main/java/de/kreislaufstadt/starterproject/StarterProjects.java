package de.kreislaufstadt.starterproject;

import java.util.List;
import java.util.UUID;

/** The starter projects of a measure, for the module that implements them. */
public interface StarterProjects {

    /** @return the projects a body has adopted for the measure, by title; empty if there is none */
    List<StarterProject> adopted(String municipality, UUID measureId);

    /** @return names of the indicators in the sketch of a starter project, in its order; empty for anything else */
    List<String> indicators(String municipality, UUID starterProjectId);
}
