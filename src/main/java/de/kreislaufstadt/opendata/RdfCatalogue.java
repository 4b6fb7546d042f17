package de.kreislaufstadt.opendata;

import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedMeasures.Order;
import de.kreislaufstadt.released.ReleasedMeasures.Selection;
import de.kreislaufstadt.released.ReleasedTimes;
import de.kreislaufstadt.released.TimeFacts;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLWriter;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes the catalogue: what it is, who publishes it, and of each municipality the data sets of all and of each measure. */
@Component
class RdfCatalogue implements Catalogue {

    private static final Selection BY_NUMBER = new Selection(null, null, null, null, Order.NUMBER, 0, 1);

    private static final String MEASURES = "massnahmen";

    private final MunicipalPages pages;
    private final ReleasedMeasures released;
    private final ReleasedTimes times;
    private final SharedData shared;

    RdfCatalogue(MunicipalPages pages, ReleasedMeasures released, ReleasedTimes times, SharedData shared) {
        this.shared = shared;
        this.pages = pages;
        this.released = released;
        this.times = times;
    }

    /**
     * A municipality, or the association, and what it has released.
     *
     * @param names of the data sets that are no single measures: of a municipality all its measures, and its time facts
     */
    private record Share(Municipality municipality, List<String> names, int measures) {

        int common() {
            return names.size();
        }

        int sets() {
            return common() + measures;
        }
    }

    @Override
    public boolean write(String municipality, int page, String base, MediaType syntax, OutputStream out)
            throws IOException {
        List<Municipality> publishers = publishers(municipality);
        List<Share> shares = shares(publishers);
        CataloguePages where = where(municipality, page, base, shares);
        if (publishers.isEmpty() || !where.exists()) {
            return false;
        }
        written(where, syntax, out, graph -> {
            graph.catalogue(publishers, modified(shares));
            if (where.isWhole()) {
                shares.forEach(share -> whole(graph, share, base));
            } else {
                page(graph, shares, where, base);
            }
        });
        return true;
    }

    @Override
    public String links(String municipality, int page, String base) {
        return where(municipality, page, base, shares(publishers(municipality))).links();
    }

    @Override
    public boolean dataset(String municipality, String id, String base, MediaType syntax, OutputStream out)
            throws IOException {
        List<Share> shares = shares(publishers(municipality));
        Optional<Consumer<CatalogueGraph>> described =
                shares.stream().findFirst().flatMap(share -> described(share, id, base));
        if (described.isEmpty()) {
            return false;
        }
        written(where(null, 0, base, shares), syntax, out, graph -> {
            described.get().accept(graph);
            shares.forEach(share -> graph.publisher(share.municipality()));
        });
        return true;
    }

    @Override
    public boolean organisation(String municipality, String base, MediaType syntax, OutputStream out)
            throws IOException {
        List<Municipality> publisher = publishers(municipality);
        if (publisher.isEmpty()) {
            return false;
        }
        written(where(null, 0, base, List.of()), syntax, out, graph -> graph.publisher(publisher.get(0)));
        return true;
    }

    private List<Municipality> publishers(String municipality) {
        if (municipality == null) {
            // The association first: what it publishes is not spread over pages of thousands of measures.
            return Stream.concat(association().stream(), pages.all().stream()).toList();
        }
        return municipality.equals(SharedData.ID)
                ? association().stream().toList()
                : pages.find(municipality).stream().toList();
    }

    /** Where it publishes nothing, it is no publisher. */
    private Optional<Municipality> association() {
        return shared.publisher().filter(publisher -> !shared.sets().isEmpty());
    }

    private static CataloguePages where(String municipality, int page, String base, List<Share> shares) {
        return new CataloguePages(
                base, municipality, page, shares.stream().mapToInt(Share::sets).sum());
    }

    private void written(CataloguePages where, MediaType syntax, OutputStream out, Consumer<CatalogueGraph> saying)
            throws IOException {
        RDFHandler rdf = writer(syntax, out);
        rdf.startRDF();
        Dcat.NAMESPACES.forEach(space -> rdf.handleNamespace(space.getPrefix(), space.getName()));
        saying.accept(new CatalogueGraph(rdf, where));
        rdf.endRDF();
        out.flush();
    }

    private Instant modified(List<Share> shares) {
        return shares.stream()
                .flatMap(share -> share.names().stream().map(name -> modified(share.municipality(), name)))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Optional<Consumer<CatalogueGraph>> described(Share share, String id, String base) {
        Municipality municipality = share.municipality();
        for (int set = 0; set < share.common(); set++) {
            int only = set;
            if (id.equals(share.names().get(set))) {
                return Optional.of(graph -> common(graph, share, only, only + 1));
            }
        }
        if (share.measures() == 0) {
            return Optional.empty();
        }
        return released.numbered(municipality.id(), id.toUpperCase(Locale.ROOT))
                .map(entry -> graph -> graph.measure(new Published(municipality, entry, base)));
    }

    /** Where nothing is released, there is no data set, whatever else the municipality says in public. */
    private List<Share> shares(List<Municipality> publishers) {
        return publishers.stream().flatMap(one -> share(one).stream()).toList();
    }

    private Optional<Share> share(Municipality one) {
        if (one.id().equals(SharedData.ID)) {
            return Optional.of(new Share(one, shared.sets(), 0));
        }
        int measures = Slices.count(released, one.id(), BY_NUMBER);
        boolean hasTimes = !times.of(one.id()).isEmpty();
        return measures == 0 && !hasTimes
                ? Optional.empty()
                : Optional.of(new Share(
                        one,
                        hasTimes ? List.of(MEASURES, TimesTable.FILE) : List.of(MEASURES),
                        one.catalogue().perMeasure() ? measures : 0));
    }

    private void whole(CatalogueGraph graph, Share share, String base) {
        graph.publisher(share.municipality());
        common(graph, share, 0, share.common());
        if (share.measures() == 0) {
            return;
        }
        released.each(
                share.municipality().id(), entry -> graph.measure(new Published(share.municipality(), entry, base)));
    }

    /** Goes through the municipalities until the page is full. */
    private void page(CatalogueGraph graph, List<Share> shares, CataloguePages where, String base) {
        int skip = where.first();
        int room = PAGE;
        for (Share share : shares) {
            int from = Math.min(skip, share.sets());
            int until = Math.min(share.sets(), from + room);
            if (until > from) {
                graph.publisher(share.municipality());
            }
            common(graph, share, from, Math.min(until, share.common()));
            for (Entry entry : measures(share, Math.max(0, from - share.common()), until - share.common())) {
                graph.measure(new Published(share.municipality(), entry, base));
            }
            skip -= from;
            room -= until - from;
        }
    }

    private List<Entry> measures(Share share, int from, int until) {
        return until <= from
                ? new ArrayList<>()
                : Slices.of(released, share.municipality().id(), BY_NUMBER, from, until - from);
    }

    private void common(CatalogueGraph graph, Share share, int from, int until) {
        Municipality municipality = share.municipality();
        for (int set = from; set < until; set++) {
            String name = share.names().get(set);
            switch (name) {
                case MEASURES -> graph.measures(municipality, modified(municipality, name));
                case TimesTable.FILE -> graph.times(municipality, modified(municipality, name));
                default -> new SharedGraph(graph, shared).set(municipality, name);
            }
        }
    }

    private Instant modified(Municipality municipality, String set) {
        return switch (set) {
            case MEASURES -> released.changedAt(municipality.id()).orElse(null);
            case TimesTable.FILE ->
                times.of(municipality.id()).stream()
                        .map(TimeFacts::releasedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
            default -> shared.modified(set);
        };
    }

    private static RDFHandler writer(MediaType syntax, OutputStream out) throws IOException {
        if (RDF_XML.equals(syntax)) {
            return new RDFXMLWriter(out);
        }
        if (JSON_LD.equals(syntax)) {
            return new JsonLdWriter(out);
        }
        TurtleWriter turtle = new TurtleWriter(out);
        // Otherwise everything would be held until the end, to see which nodes are used once.
        turtle.getWriterConfig().set(BasicWriterSettings.INLINE_BLANK_NODES, false);
        return turtle;
    }
}
