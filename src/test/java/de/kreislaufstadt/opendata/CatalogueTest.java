package de.kreislaufstadt.opendata;

import static de.kreislaufstadt.released.ReleasedExamples.MUNICIPALITY;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.released.ComparedStep;
import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.ReleasedExamples;
import de.kreislaufstadt.released.Releasing.Live;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.update.UpdateAction;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** The catalogue after DCAT-AP.de 3.0, read and judged by another library than the one that writes it. */
class CatalogueTest {

    private static final Shapes SHAPES =
            ShaclValidator.get().parse(RDFDataMgr.loadGraph("src/test/resources/shacl/dcat-ap-de-3.0.ttl"));
    private static final Map<MediaType, Lang> SYNTAXES =
            Map.of(Catalogue.TURTLE, Lang.TURTLE, Catalogue.RDF_XML, Lang.RDFXML, Catalogue.JSON_LD, Lang.JSONLD);

    private final Shared shared = new Shared().filled();
    private final Catalogue catalogue = shared.catalogue(Shared.pages(Shared.CITY), shared.released, shared.released);

    @Test
    void allSyntaxesSayTheSameAndKeepToTheProfile() throws IOException {
        Model turtle = read(Catalogue.TURTLE, 0);
        for (MediaType syntax : SYNTAXES.keySet()) {
            Model model = read(syntax, 0);
            assertThat(model.isIsomorphicWith(turtle)).as(syntax.toString()).isTrue();
            assertThat(problems(model)).as(syntax.toString()).isEmpty();
        }
        assertThat(turtle.listResourcesWithProperty(RDF.type, DCAT.Dataset).toList())
                .extracting(Resource::getURI)
                .containsExactlyInAnyOrder(
                        Shared.BASE + "/opendata/dataset/muenster/massnahmen",
                        Shared.BASE + "/opendata/dataset/muenster/zeiten",
                        Shared.BASE + "/opendata/dataset/muenster/ww-09",
                        Shared.BASE + "/opendata/dataset/muenster/ee-03");
    }

    @Test
    void everyResourceHasAnAddress() throws IOException {
        read(Catalogue.TURTLE, 0).listStatements().forEach(statement -> {
            assertThat(statement.getSubject().isURIResource()).isTrue();
            assertThat(statement.getObject().isAnon()).isFalse();
        });
    }

    /** A shape that nothing can break would prove nothing: each of these changes has to be refused. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete { ?x dct:title ?o } where { ?x a dcat:Catalog ; dct:title ?o }",
                "delete { ?x dct:description ?o } where { ?x a dcat:Catalog ; dct:description ?o }",
                "delete { ?x dct:publisher ?o } where { ?x a dcat:Catalog ; dct:publisher ?o }",
                "delete { ?x dct:title ?o } where { ?x a dcat:Dataset ; dct:title ?o }",
                "delete { ?x dct:description ?o } where { ?x a dcat:Dataset ; dct:description ?o }",
                "delete { ?x dct:publisher ?o } where { ?x a dcat:Dataset ; dct:publisher ?o }",
                "delete { ?x foaf:name ?o } where { ?x a foaf:Agent ; foaf:name ?o }",
                "delete { ?x dcat:accessURL ?o } where { ?x a dcat:Distribution ; dcat:accessURL ?o }",
                "delete { ?x dct:license ?o } where { ?x a dcat:Distribution ; dct:license ?o }",
                "delete { ?x dct:license ?o } insert { ?x dct:license <http://example.org/free> } where { ?x dct:license ?o }",
                "delete { ?x dcatde:contributorID ?o } where { ?x dcatde:contributorID ?o }",
                "insert { ?x dcatde:contributorID <http://dcat-ap.de/def/contributors/other> } where { ?x a dcat:Dataset }",
                "insert { ?x dcat:theme <http://example.org/THEME> } where { ?x a dcat:Dataset }",
                "delete { ?x dct:format ?o } insert { ?x dct:format \"CSV\" } where { ?x dct:format ?o }",
                "delete { ?x vcard:hasEmail ?o } insert { ?x vcard:hasEmail <http://example.org/> } where { ?x vcard:hasEmail ?o }",
                "delete { ?x dcatde:politicalGeocodingLevelURI ?o } where { ?x dcatde:politicalGeocodingLevelURI ?o }",
                "delete { ?x dct:spatial ?o } insert { ?x dct:spatial \"Münster\" } where { ?x a dcat:Dataset ; dct:spatial ?o }",
                "delete { ?x a dct:Location } where { ?x a dct:Location }",
                "delete { ?x a vcard:Kind } where { ?x a vcard:Kind }",
                "delete { ?x vcard:hasEmail ?o . ?x vcard:hasURL ?u } where { ?x vcard:hasEmail ?o ; vcard:hasURL ?u }",
                "insert { ?x dct:publisher <https://daten.example/opendata/organisation/other> } where { ?x a dcat:DataService }",
                "delete { ?x dct:modified ?o } insert { ?x dct:modified \"gestern\" } where { ?x a dcat:Dataset ; dct:modified ?o }",
                "insert { ?x dcatde:politicalGeocodingURI <http://example.org/> } where { ?x a dcat:Dataset }",
                "insert { ?x dcatde:geocodingDescription \"Münster\" } where { ?x a dcat:Dataset }",
                "insert { ?x dcatde:legalBasis \"Gesetz\" } where { ?x a dcat:Dataset }",
                "insert { ?x dcatde:originator <http://example.org/> } where { ?x a dcat:Dataset }",
                "insert { ?x dcatde:maintainer <http://example.org/> } where { ?x a dcat:Dataset }",
                "insert { ?x owl:versionInfo \"1\" } where { ?x a dcat:Dataset }"
            })
    void whatBreaksARuleIsRefused(String change) throws IOException {
        Model model = read(Catalogue.TURTLE, 0);
        long before = model.size();
        UpdateAction.parseExecute("""
                prefix dcat: <http://www.w3.org/ns/dcat#>
                prefix dcatde: <http://dcat-ap.de/def/dcatde/>
                prefix dct: <http://purl.org/dc/terms/>
                prefix foaf: <http://xmlns.com/foaf/0.1/>
                prefix owl: <http://www.w3.org/2002/07/owl#>
                prefix vcard: <http://www.w3.org/2006/vcard/ns#>
                """ + change, model);
        assertThat(model.size() != before || change.contains("insert")).isTrue();
        assertThat(problems(model)).isNotEmpty();
    }

    @Test
    void aMunicipalityThatHasReleasedNothingHasNoDataSet() throws IOException {
        shared.released.touch(Shared.SMALL.id());
        Catalogue both = shared.catalogue(Shared.pages(Shared.CITY, Shared.SMALL), shared.released, shared.released);
        assertThat(read(both, Catalogue.TURTLE, 0, null)
                        .listResourcesWithProperty(RDF.type, DCAT.Dataset)
                        .toList())
                .hasSize(4)
                .noneMatch(set -> set.getURI().contains(Shared.SMALL.id()));
    }

    @Test
    void municipalitiesThatShareAnInstallationKeepToTheProfileTogether() throws IOException {
        shared.released.release(Shared.SMALL.id(), UUID.randomUUID(), ReleasedExamples.bare(), Set.of("DECISION"));
        Catalogue both = shared.catalogue(Shared.pages(Shared.CITY, Shared.SMALL), shared.released, shared.released);
        Model model = read(both, Catalogue.TURTLE, 0, null);
        assertThat(problems(model)).isEmpty();
        assertThat(model.listResourcesWithProperty(RDF.type, DCAT.DataService).toList())
                .extracting(Resource::getURI)
                .containsExactlyInAnyOrder(Shared.BASE + "/api/v1#muenster", Shared.BASE + "/api/v1#kleinstadt");
    }

    @Test
    void aDataSetIsModifiedByARelease() throws IOException {
        Instant released = shared.at("2026-02-01T10:00:00Z");
        shared.release(shared.rich, ReleasedExamples.rich());
        assertThat(modified("ww-09")).isEqualTo(released);
        assertThat(modified("ee-03")).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(modified("massnahmen")).isEqualTo(released);
    }

    @Test
    void aDataSetIsModifiedByWhatComesTrueAndByNothingElse() throws IOException {
        Instant before = modified("ww-09");
        shared.at("2026-03-01T10:00:00Z");
        assertThat(modified("ww-09")).isEqualTo(before);
        Instant changed = Instant.parse("2026-03-01T09:59:00Z");
        shared.released.live(MUNICIPALITY, List.of(new Live(shared.rich, evaluated(changed))));
        assertThat(modified("ww-09")).isEqualTo(changed);
    }

    @Test
    void pagesTogetherSayWhatTheWholeSays() throws IOException {
        Model all = ModelFactory.createDefaultModel();
        Shared many = new Shared().filled();
        ManyReleased.release(many, 230);
        Catalogue paged = many.catalogue(Shared.pages(Shared.CITY, Shared.SMALL), many.released, many.released);
        for (int page = 1; page <= 3; page++) {
            Model one = read(paged, Catalogue.TURTLE, page, null);
            assertThat(one.listResourcesWithProperty(RDF.type, DCAT.Dataset).toList())
                    .hasSize(page == 3 ? 34 : Catalogue.PAGE);
            assertThat(problems(one)).isEmpty();
            all.add(one);
        }
        Model whole = read(paged, Catalogue.TURTLE, 0, null);
        assertThat(all.containsAll(whole)).isTrue();
        all.remove(whole);
        assertThat(all.listStatements().toList())
                .allMatch(statement -> statement.getSubject().getURI().contains("page="));
        assertThat(problems(whole)).isEmpty();
    }

    @Test
    void aDataSetIsDescribedAtItsOwnAddress() throws IOException {
        Model whole = read(Catalogue.TURTLE, 0);
        for (String set : List.of("massnahmen", "zeiten", "ww-09", "ee-03")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(catalogue.dataset(MUNICIPALITY, set, Shared.BASE, Catalogue.TURTLE, out))
                    .isTrue();
            Model one = ModelFactory.createDefaultModel();
            RDFDataMgr.read(one, new ByteArrayInputStream(out.toByteArray()), Lang.TURTLE);
            assertThat(whole.containsAll(one)).as(set).isTrue();
            assertThat(one.listResourcesWithProperty(RDF.type, DCAT.Dataset).toList())
                    .extracting(Resource::getURI)
                    .containsExactly(Shared.BASE + "/opendata/dataset/muenster/" + set);
        }
        for (String set : List.of("ww-99", "alles", "")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(catalogue.dataset(MUNICIPALITY, set, Shared.BASE, Catalogue.TURTLE, out))
                    .isFalse();
            assertThat(out.size()).isZero();
        }
    }

    @Test
    void aMunicipalityMayLeaveItsMeasuresToTheCommonDataSet() throws IOException {
        Catalogue few = shared.catalogue(Shared.pages(Shared.WITHOUT_SINGLE_SETS), shared.released, shared.released);
        assertThat(read(few, Catalogue.TURTLE, 0, null)
                        .listResourcesWithProperty(RDF.type, DCAT.Dataset)
                        .toList())
                .extracting(Resource::getURI)
                .containsExactlyInAnyOrder(
                        Shared.BASE + "/opendata/dataset/muenster/massnahmen",
                        Shared.BASE + "/opendata/dataset/muenster/zeiten");
        assertThat(few.dataset(MUNICIPALITY, "ww-09", Shared.BASE, Catalogue.TURTLE, new ByteArrayOutputStream()))
                .isFalse();
    }

    @Test
    void theAssociationPublishesItsOwnDataSetsAndNoMunicipalityDoes() throws IOException {
        shared.approach.published();
        shared.released.touch("/modellansatz");
        assertThat(sets(read(Catalogue.TURTLE, 0)))
                .hasSize(6)
                .contains(
                        Shared.BASE + "/opendata/dataset/modellansatz/modellansatz",
                        Shared.BASE + "/opendata/dataset/modellansatz/verbund-mitglieder");
        shared.approach.release("muenster", "STRATEGY", 3, 1);
        shared.approach.compare(new ComparedStep("workshops", "write-minutes", "Protokoll schreiben", 6, 30, 72, 200));
        Model model = read(Catalogue.TURTLE, 0);
        assertThat(sets(model)).hasSize(8);
        for (MediaType syntax : SYNTAXES.keySet()) {
            assertThat(problems(read(syntax, 0))).as(syntax.toString()).isEmpty();
        }
        assertThat(model.getResource(Shared.BASE + "/opendata/dataset/modellansatz/verbund-reifegrade")
                        .getRequiredProperty(DCTerms.publisher)
                        .getResource()
                        .getURI())
                .isEqualTo(Shared.BASE + "/opendata/organisation/modellansatz");
    }

    @Test
    void theAssociationHasAPartOfTheCatalogueForItself() throws IOException {
        assertThat(catalogue.write("modellansatz", 1, Shared.BASE, Catalogue.TURTLE, new ByteArrayOutputStream()))
                .isFalse();
        shared.approach.published();
        shared.released.touch("/modellansatz");
        Model own = read(catalogue, Catalogue.TURTLE, 1, "modellansatz");
        assertThat(problems(own)).isEmpty();
        assertThat(sets(own)).hasSize(2).allMatch(set -> set.contains("/modellansatz/"));
        Model one = ModelFactory.createDefaultModel();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(catalogue.dataset("modellansatz", "verbund-mitglieder", Shared.BASE, Catalogue.TURTLE, out))
                .isTrue();
        RDFDataMgr.read(one, new ByteArrayInputStream(out.toByteArray()), Lang.TURTLE);
        assertThat(sets(one)).containsExactly(Shared.BASE + "/opendata/dataset/modellansatz/verbund-mitglieder");
        assertThat(catalogue.dataset(
                        "modellansatz",
                        "verbund-reifegrade",
                        Shared.BASE,
                        Catalogue.TURTLE,
                        new ByteArrayOutputStream()))
                .as("nothing is released")
                .isFalse();
        assertThat(catalogue.organisation("modellansatz", Shared.BASE, Catalogue.TURTLE, new ByteArrayOutputStream()))
                .isTrue();
    }

    /** The rule for the association must not let a municipality speak for the whole country, nor the other way round. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete { ?x dcatde:politicalGeocodingLevelURI ?o } insert { ?x dcatde:politicalGeocodingLevelURI"
                        + " <http://dcat-ap.de/def/politicalGeocoding/Level/municipality> } where"
                        + " { ?x dcatde:politicalGeocodingLevelURI ?o }",
                "delete { ?x dct:spatial ?o } where { ?x a dcat:Dataset ; dct:spatial ?o }",
                "delete { ?x dct:publisher ?o } where { ?x a dcat:Dataset ; dct:publisher ?o }",
                "delete { ?x dct:modified ?o } where { ?x a dcat:Dataset ; dct:modified ?o }"
            })
    void whatBreaksARuleOfTheAssociationIsRefused(String change) throws IOException {
        shared.approach.published();
        shared.released.touch("/modellansatz");
        Model model = read(catalogue, Catalogue.TURTLE, 1, "modellansatz");
        assertThat(problems(model)).isEmpty();
        UpdateAction.parseExecute("""
                prefix dcat: <http://www.w3.org/ns/dcat#>
                prefix dcatde: <http://dcat-ap.de/def/dcatde/>
                prefix dct: <http://purl.org/dc/terms/>
                """ + change, model);
        assertThat(problems(model)).isNotEmpty();
    }

    @Test
    void aPageThatIsNotThereWritesNothing() throws IOException {
        for (int page : new int[] {-1, 2, 1000}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(catalogue.write(null, page, Shared.BASE, Catalogue.TURTLE, out))
                    .isFalse();
            assertThat(out.size()).isZero();
        }
        assertThat(catalogue.write("anderswo", 1, Shared.BASE, Catalogue.TURTLE, new ByteArrayOutputStream()))
                .isFalse();
    }

    @Test
    void aLargeCatalogueIsWrittenWhileItIsRead() throws IOException {
        for (MediaType syntax : SYNTAXES.keySet()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ManyReleased many = new ManyReleased(1_000, out::size);
            shared.catalogue(Shared.pages(Shared.CITY), many.reading(), shared.released)
                    .write(null, 0, Shared.BASE, syntax, out);
            assertThat(many.writtenInTheMiddle())
                    .as(syntax.toString())
                    .isBetween(out.size() / 20 * 9, out.size() / 20 * 11);
        }
    }

    private static List<String> sets(Model model) {
        return model.listResourcesWithProperty(RDF.type, DCAT.Dataset).toList().stream()
                .map(Resource::getURI)
                .toList();
    }

    private static LiveState evaluated(Instant changed) {
        return new LiveState("EVALUATION", "EVALUATION", changed, null, null, null, changed);
    }

    private Instant modified(String set) throws IOException {
        return Instant.parse(read(Catalogue.TURTLE, 0)
                .getResource(Shared.BASE + "/opendata/dataset/muenster/" + set)
                .getRequiredProperty(DCTerms.modified)
                .getString());
    }

    private Model read(MediaType syntax, int page) throws IOException {
        return read(catalogue, syntax, page, null);
    }

    private static Model read(Catalogue catalogue, MediaType syntax, int page, String municipality) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(catalogue.write(municipality, page, Shared.BASE, syntax, out))
                .isTrue();
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new ByteArrayInputStream(out.toByteArray()), SYNTAXES.get(syntax));
        return model;
    }

    private static List<String> problems(Model model) {
        ValidationReport report = ShaclValidator.get().validate(SHAPES, model.getGraph());
        return report.getEntries().stream().map(Object::toString).toList();
    }
}
