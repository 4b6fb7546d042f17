package de.kreislaufstadt.opendata;

import de.kreislaufstadt.released.MunicipalPages.Municipality;
import java.util.Map;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;

/** The statements about the data sets of the association, beside those of the municipalities. */
final class SharedGraph {

    private static final Map<String, String> SERVICES = Map.of(
            SharedData.APPROACH, DataAddresses.SHARED,
            SharedData.MEMBERS, DataAddresses.SHARED + "/members",
            SharedData.MATURITIES, DataAddresses.SHARED + "/maturities",
            SharedData.STEPS, DataAddresses.SHARED + "/steps");

    private final CatalogueGraph graph;
    private final SharedData data;

    SharedGraph(CatalogueGraph graph, SharedData data) {
        this.graph = graph;
        this.data = data;
    }

    /** @param id one of {@link SharedData#sets} */
    void set(Municipality publisher, String id) {
        DatasetGraph set = graph.dataset(publisher, id, data.modified(id));
        CatalogueGraph.inBothLanguages(
                set.about(), DCTERMS.TITLE, "opendata.dataset." + id + ".title", publisher.name());
        CatalogueGraph.inBothLanguages(
                set.about(), DCTERMS.DESCRIPTION, "opendata.dataset." + id + ".description", publisher.name());
        set.about()
                .say(DCTERMS.ACCRUAL_PERIODICITY, Dcat.IRREGULAR)
                .say(DCAT.LANDING_PAGE, graph.iri(DataAddresses.page(publisher.id())));
        SharedTables.ALL.stream()
                .filter(table -> table.set().equals(id))
                .forEach(table ->
                        set.file(table.file(), DataAddresses.file(publisher.id(), table.file() + ".csv"), "CSV"));
        if (id.equals(SharedData.APPROACH)) {
            set.file("xlsx", DataAddresses.file(publisher.id(), SharedFiles.WORKBOOK), "XLSX");
            set.file("zip", DataAddresses.file(publisher.id(), DataAddresses.ARCHIVE), "ZIP");
        }
        set.service("json", SERVICES.get(id));
        set.end();
        graph.service(publisher, "opendata.service.shared.title", id);
    }
}
