package de.kreislaufstadt.released;

import java.util.List;
import java.util.Optional;

/** What a municipality says of itself on its public pages; answered by the module that keeps its file. */
public interface MunicipalPages {

    /** @return the municipalities that have public pages, by name; those that have ended are among them */
    List<Municipality> all();

    /** @return the municipality with this id, if it has public pages */
    Optional<Municipality> find(String id);

    /**
     * A municipality as the public reads it.
     *
     * @param id part of the address, e.g. {@code muenster}
     * @param officialKey eight digits
     * @param colour of headings, {@code #rrggbb}; null = the product's
     * @param contactMail function mailbox for questions about the pages and the data; null if there is none
     * @param homepage null if there is none
     */
    record Municipality(
            String id,
            String name,
            String officialKey,
            String colour,
            String contactMail,
            String homepage,
            Texts texts) {}

    /**
     * Texts of the municipality, in Markdown; a text that is missing is replaced by one of the product that says so.
     *
     * @param easyLanguage about the measures in easy language (Leichte Sprache)
     */
    record Texts(String imprint, String privacy, String accessibility, String easyLanguage) {}
}
