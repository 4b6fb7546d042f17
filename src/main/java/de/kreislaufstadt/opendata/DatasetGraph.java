package de.kreislaufstadt.opendata;

import de.kreislaufstadt.released.MunicipalPages.Municipality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.rio.RDFHandler;

/** A data set and its distributions. What is said of the data set itself is said before its distributions are. */
final class DatasetGraph {

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "CSV", "text/csv",
            "JSON", "application/json",
            "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ZIP", "application/zip");

    private final RDFHandler out;
    private final Describing about;
    private final IRI address;
    private final String base;
    private final Municipality municipality;
    private final Instant modified;
    private final List<Runnable> distributions = new ArrayList<>();

    DatasetGraph(
            RDFHandler out, Describing about, IRI address, String base, Municipality municipality, Instant modified) {
        this.out = out;
        this.about = about;
        this.address = address;
        this.base = base;
        this.municipality = municipality;
        this.modified = modified;
    }

    Describing about() {
        return about;
    }

    /**
     * Adds a file that can be downloaded.
     *
     * @param name of the distribution within the data set
     * @param path where the file is
     * @param format code of the EU's list of file types
     */
    void file(String name, String path, String format) {
        distribution(name, path, format, distribution -> distribution.say(DCAT.DOWNLOAD_URL, Dcat.iri(base + path)));
    }

    /** Adds what the API answers at this address. */
    void service(String name, String path) {
        distribution(
                name,
                path,
                "JSON",
                distribution -> distribution.say(
                        DCAT.ACCESS_SERVICE, Dcat.iri(base + DataAddresses.service(municipality.id()))));
    }

    /** Describes the distributions. */
    void end() {
        distributions.forEach(Runnable::run);
    }

    private interface Further {
        void say(Describing distribution);
    }

    private void distribution(String name, String path, String format, Further further) {
        IRI distribution = Dcat.iri(address.stringValue() + "#" + name);
        about.say(DCAT.HAS_DISTRIBUTION, distribution);
        distributions.add(() -> {
            Describing described = new Describing(out, distribution)
                    .a(DCAT.DISTRIBUTION)
                    .text(
                            DCTERMS.TITLE,
                            Words.in(Locale.GERMAN, "opendata.distribution.title", name, format),
                            Locale.GERMAN.getLanguage())
                    .say(DCAT.ACCESS_URL, Dcat.iri(base + path))
                    .say(DCTERMS.FORMAT, Dcat.fileType(format))
                    .say(DCAT.MEDIA_TYPE, Dcat.mediaType(MEDIA_TYPES.get(format)))
                    .link(DCTERMS.LICENSE, municipality.catalogue().licence())
                    .text(Dcat.ATTRIBUTION, municipality.name())
                    .at(DCTERMS.MODIFIED, modified);
            further.say(described);
        });
    }
}
