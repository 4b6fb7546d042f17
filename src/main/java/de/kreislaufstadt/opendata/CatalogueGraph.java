package de.kreislaufstadt.opendata;

import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.website.PublicAddresses;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.VCARD4;
import org.eclipse.rdf4j.rio.RDFHandler;

/**
 * The statements of the catalogue after DCAT-AP.de 3.0. Every resource has an address of its own, so that a harvester finds the same
 * one again; there are no blank nodes.
 */
final class CatalogueGraph {

    private final RDFHandler out;
    private final CataloguePages pages;
    private final IRI catalogue;

    CatalogueGraph(RDFHandler out, CataloguePages pages) {
        this.out = out;
        this.pages = pages;
        this.catalogue = Dcat.iri(pages.address() + "#catalog");
    }

    /** What the catalogue is, and its pages. */
    void catalogue(List<Municipality> municipalities, Instant modified) {
        String names = String.join(
                ", ", municipalities.stream().map(Municipality::name).toList());
        boolean one = municipalities.size() == 1;
        IRI publisher = one ? organisation(municipalities.get(0).id()) : iri("/opendata/organisation#all");
        Describing about = about(catalogue).a(DCAT.CATALOG);
        String key = one && isShared(municipalities.get(0)) ? "opendata.catalogue.shared" : "opendata.catalogue";
        inBothLanguages(about, DCTERMS.TITLE, key + ".title", names);
        inBothLanguages(about, DCTERMS.DESCRIPTION, key + ".description", names);
        about.say(DCTERMS.PUBLISHER, publisher)
                .say(
                        FOAF.HOMEPAGE,
                        iri(one ? PublicAddresses.overview(municipalities.get(0).id()) : "/"))
                .say(DCTERMS.LANGUAGE, Dcat.GERMAN)
                .link(DCTERMS.LICENSE, DataLicence.common(municipalities).orElse(null))
                .say(DCAT.THEME_TAXONOMY, Dcat.THEMES)
                .at(DCTERMS.MODIFIED, modified);
        municipalities.forEach(each -> about.say(DCTERMS.SPATIAL, Dcat.place(each.officialKey())));
        municipalities.forEach(this::place);
        if (!one) {
            agent(publisher, Words.in(Locale.GERMAN, "opendata.catalogue.publisher"));
        }
        if (!pages.isWhole()) {
            paging();
        }
    }

    private void paging() {
        Describing page = about(Dcat.iri(pages.address(pages.page())))
                .a(Dcat.hydra("PagedCollection"))
                .number(Dcat.hydra("totalItems"), pages.sets())
                .number(Dcat.hydra("itemsPerPage"), Catalogue.PAGE)
                .text(Dcat.hydra("firstPage"), pages.address(1))
                .text(Dcat.hydra("lastPage"), pages.address(pages.last()));
        if (pages.page() > 1) {
            page.text(Dcat.hydra("previousPage"), pages.address(pages.page() - 1));
        }
        if (pages.page() < pages.last()) {
            page.text(Dcat.hydra("nextPage"), pages.address(pages.page() + 1));
        }
    }

    /** Who publishes the data sets of a municipality, and where one asks. */
    void publisher(Municipality municipality) {
        String publisher = municipality.catalogue().publisher();
        agent(organisation(municipality.id()), publisher == null ? municipality.name() : publisher);
        place(municipality);
        contact(municipality);
    }

    /** Whoever checks the catalogue without the list of all municipalities at hand sees that it is a place. */
    private void place(Municipality municipality) {
        about(Dcat.place(municipality.officialKey())).a(DCTERMS.LOCATION);
    }

    private void agent(IRI agent, String name) {
        about(agent).a(FOAF.AGENT).a(FOAF.ORGANIZATION).text(FOAF.NAME, name);
    }

    /** The data set of all measures of a municipality, and the service that hands them out one by one. */
    void measures(Municipality municipality, Instant modified) {
        DatasetGraph set = dataset(municipality, "massnahmen", modified);
        inBothLanguages(set.about(), DCTERMS.TITLE, "opendata.dataset.measures.title", municipality.name());
        inBothLanguages(set.about(), DCTERMS.DESCRIPTION, "opendata.dataset.measures.description", municipality.name());
        set.about()
                .say(DCTERMS.ACCRUAL_PERIODICITY, Dcat.IRREGULAR)
                .say(DCAT.LANDING_PAGE, iri(DataAddresses.page(municipality.id())));
        DataTables.ALL.forEach(
                table -> set.file(table.file(), DataAddresses.file(municipality.id(), table.file() + ".csv"), "CSV"));
        set.file("xlsx", DataAddresses.file(municipality.id(), DataAddresses.WORKBOOK), "XLSX");
        set.file("zip", DataAddresses.file(municipality.id(), DataAddresses.ARCHIVE), "ZIP");
        set.service("json", DataAddresses.API + "/measures?municipality=" + municipality.id());
        set.end();
        service(municipality, "opendata.service.title", "massnahmen");
    }

    /** The data set of the time facts of a municipality. */
    void times(Municipality municipality, Instant modified) {
        DatasetGraph set = dataset(municipality, TimesTable.FILE, modified);
        inBothLanguages(set.about(), DCTERMS.TITLE, "opendata.dataset.times.title", municipality.name());
        inBothLanguages(set.about(), DCTERMS.DESCRIPTION, "opendata.dataset.times.description", municipality.name());
        set.about()
                .say(DCTERMS.ACCRUAL_PERIODICITY, Dcat.QUARTERLY)
                .say(DCAT.LANDING_PAGE, iri(DataAddresses.page(municipality.id())));
        set.file("csv", DataAddresses.file(municipality.id(), TimesTable.FILE + ".csv"), "CSV");
        set.service("json", DataAddresses.times(municipality.id()));
        set.end();
    }

    /** The data set of one measure. */
    void measure(Published measure) {
        Municipality municipality = measure.municipality();
        DatasetGraph set = dataset(municipality, measure.number(), measure.modified());
        inBothLanguages(
                set.about(),
                DCTERMS.TITLE,
                "opendata.dataset.measure.title",
                measure.number(),
                measure.content().heading().title());
        set.about()
                .text(DCTERMS.DESCRIPTION, measure.content().heading().summary(), Locale.GERMAN.getLanguage())
                .text(DCAT.KEYWORD, measure.content().pathway().fieldOfAction().label(), Locale.GERMAN.getLanguage())
                .at(DCTERMS.ISSUED, measure.entry().firstReleasedAt())
                .say(DCTERMS.ACCRUAL_PERIODICITY, Dcat.IRREGULAR)
                .link(DCAT.LANDING_PAGE, measure.address());
        for (String format : DataAddresses.FORMATS) {
            set.file(
                    format,
                    DataAddresses.raw(municipality.id(), measure.entry().slug(), format),
                    format.toUpperCase(Locale.ROOT));
        }
        set.end();
    }

    private static boolean isShared(Municipality publisher) {
        return publisher.officialKey() == null;
    }

    /** Begins a data set with what is said of all of them. */
    DatasetGraph dataset(Municipality municipality, String id, Instant modified) {
        IRI address = iri(DataAddresses.dataset(municipality.id(), id));
        about(catalogue).say(DCAT.HAS_DATASET, address);
        Describing about = about(address)
                .a(DCAT.DATASET)
                .say(DCTERMS.PUBLISHER, organisation(municipality.id()))
                .text(DCTERMS.IDENTIFIER, address.stringValue())
                .link(Dcat.CONTRIBUTOR, municipality.catalogue().contributorId())
                .say(DCAT.CONTACT_POINT, contact(municipality.id()))
                .say(DCTERMS.LANGUAGE, Dcat.GERMAN)
                .say(Dcat.GEOCODING_LEVEL, isShared(municipality) ? Dcat.FEDERAL_LEVEL : Dcat.MUNICIPALITY_LEVEL)
                .say(DCTERMS.SPATIAL, Dcat.place(municipality.officialKey()))
                .at(DCTERMS.MODIFIED, modified);
        municipality.catalogue().themes().forEach(theme -> about.say(DCAT.THEME, Dcat.theme(theme)));
        inBothLanguages(about, DCAT.KEYWORD, "opendata.dataset.keyword");
        return new DatasetGraph(out, about, address, pages.base(), municipality, modified);
    }

    private void contact(Municipality municipality) {
        Describing contact = about(contact(municipality.id()))
                .a(VCARD4.KIND)
                .a(VCARD4.ORGANIZATION)
                .text(VCARD4.FN, municipality.name())
                .say(VCARD4.HAS_URL, iri(DataAddresses.page(municipality.id())));
        if (municipality.contactMail() != null) {
            contact.link(VCARD4.HAS_EMAIL, "mailto:" + municipality.contactMail());
        }
    }

    /** The service of a publisher, and that it hands out this data set; of each one may say so. */
    void service(Municipality municipality, String title, String set) {
        IRI service = iri(DataAddresses.service(municipality.id()));
        Describing about = about(service).a(DCAT.DATA_SERVICE);
        inBothLanguages(about, DCTERMS.TITLE, title);
        about.say(DCTERMS.PUBLISHER, organisation(municipality.id()))
                .link(DCTERMS.LICENSE, municipality.catalogue().licence())
                .say(DCAT.ENDPOINT_URL, iri(DataAddresses.API))
                .say(DCAT.ENDPOINT_DESCRIPTION, iri(DataAddresses.API + "/openapi.json"))
                .say(DCAT.SERVES_DATASET, iri(DataAddresses.dataset(municipality.id(), set)));
        about(catalogue).say(DCAT.HAS_SERVICE, service);
    }

    private Describing about(IRI resource) {
        return new Describing(out, resource);
    }

    private IRI organisation(String municipality) {
        return iri(DataAddresses.organisation(municipality));
    }

    private IRI contact(String municipality) {
        return iri(DataAddresses.organisation(municipality) + "#contact");
    }

    IRI iri(String path) {
        return Dcat.iri(pages.base() + path);
    }

    static void inBothLanguages(Describing about, IRI property, String key, Object... arguments) {
        for (Locale language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            about.text(property, Words.in(language, key, arguments), language.getLanguage());
        }
    }
}
