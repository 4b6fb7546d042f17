package de.kreislaufstadt.opendata;

import de.kreislaufstadt.delivery.Delivery;
import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.delivery.Delivery.Key;
import de.kreislaufstadt.website.PublicAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The catalogue and the resources it names, in the syntax the reader wants; people are led to the page about the same. An ending of
 * the address counts for more than what the reader's program accepts.
 */
@RestController
class CatalogueController {

    private static final String MUNICIPALITY = "{municipality:[a-z][a-z0-9]*}";
    private static final String RDF_FILE = DataAddresses.CATALOGUE + ".rdf";
    private static final String TURTLE_FILE = DataAddresses.CATALOGUE + ".ttl";
    private static final String JSON_LD_FILE = DataAddresses.CATALOGUE + ".jsonld";
    private static final String ID = "[a-z][a-z0-9]{0,63}";
    private static final String PAGE = "[1-9][0-9]{0,6}";

    /** RDF/XML first: what harvesters expect that say nothing. */
    private static final List<MediaType> RDF = List.of(Catalogue.RDF_XML, Catalogue.TURTLE, Catalogue.JSON_LD);

    private static final List<MediaType> RDF_OR_PAGE =
            List.of(Catalogue.RDF_XML, Catalogue.TURTLE, Catalogue.JSON_LD, MediaType.TEXT_HTML);

    private static final Map<String, MediaType> ENDINGS =
            Map.of("rdf", Catalogue.RDF_XML, "ttl", Catalogue.TURTLE, "jsonld", Catalogue.JSON_LD);

    private final Delivery delivery;
    private final Catalogue catalogue;
    private final Installation installation;

    CatalogueController(Delivery delivery, Catalogue catalogue, Installation installation) {
        this.delivery = delivery;
        this.catalogue = catalogue;
        this.installation = installation;
    }

    @GetMapping(DataAddresses.CATALOGUE)
    ResponseEntity<byte[]> catalogue(HttpServletRequest request) {
        Optional<MediaType> wanted = Negotiation.best(request.getHeader(HttpHeaders.ACCEPT), RDF_OR_PAGE);
        if (wanted.filter(MediaType.TEXT_HTML::equals).isPresent()) {
            String municipality = request.getParameter("kommune");
            return isId(municipality) ? page(request, DataAddresses.page(municipality)) : page(request, "/api");
        }
        return wanted.map(syntax -> page(request, syntax)).orElseGet(() -> Problems.notAcceptable(request, RDF));
    }

    @GetMapping({RDF_FILE, TURTLE_FILE, JSON_LD_FILE})
    ResponseEntity<byte[]> file(HttpServletRequest request) {
        return page(request, syntax(request));
    }

    /** All data sets in one document, written as they are read. */
    @GetMapping(
            value = {RDF_FILE, TURTLE_FILE, JSON_LD_FILE},
            params = "alle")
    void whole(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String base = installation.base(request);
        MediaType syntax = syntax(request);
        Key key = new Key(null, base + request.getRequestURI(), "alle", Locale.ROOT, false);
        delivery.stream(request, response, key, syntax, null, out -> catalogue.write(null, 0, base, syntax, out));
    }

    @GetMapping("/opendata/dataset/" + MUNICIPALITY + "/{id:[a-z0-9][a-z0-9-]*}")
    ResponseEntity<byte[]> dataset(
            HttpServletRequest request, @PathVariable String municipality, @PathVariable String id) {
        return resource(
                request,
                municipality,
                DataAddresses.page(municipality),
                (base, syntax, out) -> catalogue.dataset(municipality, id, base, syntax, out));
    }

    @GetMapping("/opendata/organisation/" + MUNICIPALITY)
    ResponseEntity<byte[]> organisation(HttpServletRequest request, @PathVariable String municipality) {
        return resource(
                request,
                municipality,
                PublicAddresses.overview(municipality),
                (base, syntax, out) -> catalogue.organisation(municipality, base, syntax, out));
    }

    /** What is not there is answered alike, whatever it may be called. */
    @GetMapping("/opendata/**")
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        return Problems.nothing(request);
    }

    private interface Writing {
        boolean write(String base, MediaType syntax, OutputStream out) throws IOException;
    }

    private ResponseEntity<byte[]> resource(
            HttpServletRequest request, String municipality, String page, Writing writing) {
        Optional<MediaType> wanted = Negotiation.best(request.getHeader(HttpHeaders.ACCEPT), RDF_OR_PAGE);
        if (wanted.filter(MediaType.TEXT_HTML::equals).isPresent()) {
            return page(request, page);
        }
        return wanted.map(syntax -> written(request, municipality, "", syntax, base -> "", writing))
                .orElseGet(() -> Problems.notAcceptable(request, RDF));
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, MediaType syntax) {
        String municipality = request.getParameter("kommune");
        String page = request.getParameter("page");
        boolean known = request.getParameterMap().keySet().stream().allMatch(List.of("kommune", "page")::contains);
        if (!known || municipality != null && !isId(municipality) || page != null && !page.matches(PAGE)) {
            return Problems.nothing(request);
        }
        int number = page == null ? 1 : Integer.parseInt(page);
        String query = "kommune=" + municipality + "&page=" + number;
        return written(
                request,
                municipality,
                query,
                syntax,
                base -> catalogue.links(municipality, number, base),
                (base, wanted, out) -> catalogue.write(municipality, number, base, wanted, out));
    }

    private ResponseEntity<byte[]> written(
            HttpServletRequest request,
            String municipality,
            String query,
            MediaType syntax,
            UnaryOperator<String> links,
            Writing writing) {
        String base = installation.base(request);
        Key key = new Key(
                SharedData.ID.equals(municipality) ? null : municipality,
                base + request.getRequestURI() + "#" + syntax,
                query,
                Problems.language(request),
                true);
        return delivery.answer(request, key, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                return writing.write(base, syntax, out)
                        ? new Body(200, syntax, out.toByteArray(), headers(links.apply(base)))
                        : Problems.nothing(Problems.language(request));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Map<String, String> headers(String links) {
        return links.isEmpty()
                ? Map.of(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                : Map.of(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.LINK, links);
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, installation.base(request) + path)
                .varyBy(HttpHeaders.ACCEPT)
                .build();
    }

    private static MediaType syntax(HttpServletRequest request) {
        return ENDINGS.get(StringUtils.getFilenameExtension(request.getRequestURI()));
    }

    private static boolean isId(String municipality) {
        return municipality != null && municipality.matches(ID);
    }
}
