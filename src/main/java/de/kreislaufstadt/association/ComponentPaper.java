package de.kreislaufstadt.association;

import de.kreislaufstadt.measure.ModelComponent;
import java.util.Locale;
import java.util.Optional;

/** Published versions of components as documents that everybody can read (PDF/UA-1). Whoever asks may give them to everybody. */
public interface ComponentPaper {

    /**
     * @param version counted per component from 1
     * @param language of headings and labels, German or English; the text itself is German
     * @return the version, the same file whenever it is asked for; empty if it does not exist
     */
    Optional<Document> pdf(ModelComponent component, int version, Locale language);

    /**
     * A file with its name.
     *
     * @param name as a browser stores it, e.g. {@code modellansatz-strategie-fassung-2.pdf}
     * @param content PDF
     */
    record Document(String name, byte[] content) {}
}
