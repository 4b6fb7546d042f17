package de.kreislaufstadt.released;

import java.util.Locale;
import java.util.Optional;

/** Published versions of components as documents that everybody can read (PDF/UA); answered by the module that writes them. */
public interface ReleasedPapers {

    /**
     * @param version counted per component from 1
     * @param language of headings and labels, German or English; the text itself is German
     * @return empty if there is no such version
     */
    Optional<Paper> of(ApproachComponent component, int version, Locale language);

    /**
     * A file.
     *
     * @param name as a browser stores it
     * @param content PDF
     */
    record Paper(String name, byte[] content) {}
}
