package de.kreislaufstadt.publication;

import de.kreislaufstadt.released.ReleasedMeasure;
import java.util.List;
import java.util.Map;

/** Looks through everything that is about to become public for data of people, whatever module it came from. */
public interface PersonalDataCheck {

    /**
     * Walks through every text of the version, whatever the type is called and however deep it lies: a field that is added
     * later is checked without being named here.
     *
     * @return what it has found, in the order of the page; empty if nothing
     */
    List<Finding> of(String municipality, ReleasedMeasure version);

    /**
     * The same for texts that go to others in another shape.
     *
     * @param texts by path of the field, in the order in which they are read
     * @return what it has found, in that order
     */
    List<Finding> in(String municipality, Map<String, String> texts);
}
