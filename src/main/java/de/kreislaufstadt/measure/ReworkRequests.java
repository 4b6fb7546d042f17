package de.kreislaufstadt.measure;

import java.util.List;
import java.util.UUID;

/** What has to be changed in a proposal, asked for by a gate of another module. */
public interface ReworkRequests {

    /** @param texts one item each, German, at most 2000 characters */
    void ask(String municipality, UUID measureId, List<String> texts);
}
