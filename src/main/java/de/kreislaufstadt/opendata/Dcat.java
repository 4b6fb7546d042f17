package de.kreislaufstadt.opendata;

import java.util.List;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Namespace;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleNamespace;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.HYDRA;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.VCARD4;
import org.eclipse.rdf4j.model.vocabulary.XSD;

/** Terms of DCAT-AP.de 3.0 that the library does not name, and the lists its values come from. */
final class Dcat {

    static final ValueFactory VALUES = SimpleValueFactory.getInstance();

    private static final String DCATDE = "http://dcat-ap.de/def/dcatde/";
    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String GEOCODING = "http://dcat-ap.de/def/politicalGeocoding/";

    /** Prefixes of all three syntaxes. */
    static final List<Namespace> NAMESPACES = List.of(
            new SimpleNamespace("dcat", DCAT.NAMESPACE),
            new SimpleNamespace("dcatde", DCATDE),
            new SimpleNamespace("dct", DCTERMS.NAMESPACE),
            new SimpleNamespace("foaf", FOAF.NAMESPACE),
            new SimpleNamespace("hydra", HYDRA.NAMESPACE),
            new SimpleNamespace("rdf", RDF.NAMESPACE),
            new SimpleNamespace("vcard", VCARD4.NAMESPACE),
            new SimpleNamespace("xsd", XSD.NAMESPACE));

    static final IRI CONTRIBUTOR = iri(DCATDE + "contributorID");
    static final IRI GEOCODING_LEVEL = iri(DCATDE + "politicalGeocodingLevelURI");
    static final IRI ATTRIBUTION = iri(DCATDE + "licenseAttributionByText");

    static final IRI MUNICIPALITY_LEVEL = iri(GEOCODING + "Level/municipality");
    static final IRI FEDERAL_LEVEL = iri(GEOCODING + "Level/federal");
    static final IRI GERMANY = iri(EU + "country/DEU");
    static final IRI GERMAN = iri(EU + "language/DEU");
    static final IRI IRREGULAR = iri(EU + "frequency/IRREG");
    static final IRI QUARTERLY = iri(EU + "frequency/QUARTERLY");
    static final IRI THEMES = iri(EU + "data-theme");

    private Dcat() {}

    static IRI iri(String iri) {
        return VALUES.createIRI(iri);
    }

    /** @param code of the EU's list, e.g. {@code ENVI} */
    static IRI theme(String code) {
        return iri(EU + "data-theme/" + code);
    }

    /** @param code of the EU's list, e.g. {@code CSV} */
    static IRI fileType(String code) {
        return iri(EU + "file-type/" + code);
    }

    /** @param type e.g. {@code text/csv} */
    static IRI mediaType(String type) {
        return iri(MEDIA_TYPES + type);
    }

    /** @param key eight digits */
    static IRI municipality(String key) {
        return iri(GEOCODING + "municipalityKey/" + key);
    }

    /** @param key eight digits; null for what is no municipality's alone */
    static IRI place(String key) {
        return key == null ? GERMANY : municipality(key);
    }

    static IRI hydra(String term) {
        return iri(HYDRA.NAMESPACE + term);
    }
}
