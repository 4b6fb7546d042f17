package de.kreislaufstadt.released;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a municipality says of itself on its public pages; answered by the module that keeps its file. */
public interface MunicipalPages {

    /** First parts of paths that belong to the product: no municipality may be called so. */
    Set<String> RESERVED = Set.of(
            "actuator",
            "anmelden",
            "api",
            "arbeiten",
            "barrierefreiheit",
            "camunda",
            "datenschutz",
            "einladung",
            "error",
            "impressum",
            "kreislaufstadt",
            "massnahmen",
            "modellansatz",
            "opendata",
            "protokoll",
            "rueckmeldung",
            "start",
            "webjars");

    /** @return the municipalities that have public pages, by name; those that have ended are among them */
    List<Municipality> all();

    /** @return the municipality with this id, if it has public pages */
    Optional<Municipality> find(String id);

    /**
     * @return the association that municipalities share, in the same form: its texts and what its catalogue says; its id leads to no
     *     pages and it has no official key. Empty if this installation has none
     */
    Optional<Municipality> association();

    /**
     * A municipality as the public reads it.
     *
     * @param id part of the address, e.g. {@code muenster}
     * @param officialKey eight digits; null for the association
     * @param colour of headings, {@code #rrggbb}; null = the product's
     * @param contactMail function mailbox for questions about the pages and the data; null if there is none
     * @param homepage null if there is none
     * @param staleAfter how old the newest status report may be before a page calls it out of date
     * @param lastDay last day of the municipality; null = open
     */
    record Municipality(
            String id,
            String name,
            String officialKey,
            String colour,
            String contactMail,
            String homepage,
            Texts texts,
            Period staleAfter,
            Catalogue catalogue,
            LocalDate lastDay) {

        /** Where the municipality has set nothing else: the measures of a Climate City Contract are reported on yearly. */
        public static final Period STALE_AFTER = Period.ofMonths(12);

        /** A municipality that has set nothing beyond its texts. */
        public Municipality(
                String id,
                String name,
                String officialKey,
                String colour,
                String contactMail,
                String homepage,
                Texts texts) {
            this(id, name, officialKey, colour, contactMail, homepage, texts, STALE_AFTER, Catalogue.usual(), null);
        }
    }

    /**
     * What the catalogue of the open data says of the municipality's data sets.
     *
     * @param contributorId IRI of the portal that passes the data on
     * @param themes codes of the EU's list of themes
     * @param publisher name of who publishes; null = the municipality's
     * @param licence IRI
     * @param perMeasure whether each measure is a data set, beside the collections
     */
    record Catalogue(String contributorId, List<String> themes, String publisher, String licence, boolean perMeasure) {

        /** The list may not be changed afterwards. */
        public Catalogue {
            themes = List.copyOf(themes);
        }

        /** @return what holds unless the municipality says otherwise: conventions of DCAT-AP.de 3.0 */
        public static Catalogue usual() {
            return new Catalogue(
                    "http://dcat-ap.de/def/contributors/openNRW",
                    List.of("ENVI", "ECON", "REGI"),
                    null,
                    "http://dcat-ap.de/def/licenses/dl-by-de/2.0",
                    true);
        }
    }

    /**
     * Texts of the municipality, in Markdown; a text that is missing is replaced by one of the product that says so.
     *
     * @param easyLanguage about the measures in easy language (Leichte Sprache)
     */
    record Texts(String imprint, String privacy, String accessibility, String easyLanguage) {}
}
