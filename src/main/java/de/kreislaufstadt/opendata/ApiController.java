package de.kreislaufstadt.opendata;

import de.kreislaufstadt.delivery.Delivery;
import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.delivery.Delivery.Key;
import de.kreislaufstadt.delivery.Delivery.Making;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedMeasures.VersionHead;
import de.kreislaufstadt.released.ReleasedTimes;
import de.kreislaufstadt.released.TimeFacts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public API, version 1: measures and time facts, to be read. What it answers is described in {@code openapi-v1.yaml}. */
@RestController
class ApiController {

    private static final String MUNICIPALITY = "{municipality:[a-z][a-z0-9]*}";
    private static final String MEASURE =
            DataAddresses.API + "/measures/" + MUNICIPALITY + "/{number:[A-Za-z0-9][A-Za-z0-9-]*}";
    private static final int LONGEST_VERSION = 6;
    private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_JSON, Problems.TYPE);

    private final Delivery delivery;
    private final MunicipalPages pages;
    private final ReleasedMeasures released;
    private final ReleasedTimes times;
    private final Installation installation;

    ApiController(
            Delivery delivery,
            MunicipalPages pages,
            ReleasedMeasures released,
            ReleasedTimes times,
            Installation installation) {
        this.delivery = delivery;
        this.pages = pages;
        this.released = released;
        this.times = times;
        this.installation = installation;
    }

    /** All municipalities that publish here. */
    record Municipalities(List<Place> items) {}

    /**
     * A municipality, and where its pages are.
     *
     * @param page for people
     * @param measures its list, for programs
     */
    record Place(String id, String name, String officialKey, String page, String measures) {}

    /** The versions of a measure that were released. */
    record Versions(String municipality, String number, List<VersionHead> items) {}

    /** The time facts of a municipality. */
    record Times(Published.Place municipality, String licence, List<TimeFacts> items) {}

    @GetMapping(DataAddresses.API + "/municipalities")
    ResponseEntity<byte[]> municipalities(HttpServletRequest request) {
        String base = installation.base(request);
        return answer(
                request,
                null,
                "",
                true,
                () -> json(new Municipalities(
                        pages.all().stream().map(one -> place(one, base)).toList())));
    }

    @GetMapping(DataAddresses.API + "/measures")
    ResponseEntity<byte[]> measures(HttpServletRequest request) {
        ListQuery.Reading read =
                ListQuery.read(request.getParameterMap(), ListQuery.OF_MEASURES, Problems.language(request));
        if (read.query() == null) {
            return Problems.refused(request, read.problems());
        }
        ListQuery query = read.query();
        boolean kept = query.wanted().words() == null;
        return answer(
                request,
                query.municipality(),
                kept ? query.normalised() : query.of(query.page()),
                kept,
                () -> list(query, installation.base(request), Problems.language(request)));
    }

    @GetMapping(MEASURE)
    ResponseEntity<byte[]> measure(
            HttpServletRequest request, @PathVariable String municipality, @PathVariable String number) {
        return answer(
                request,
                municipality,
                "",
                true,
                () -> found(request, municipality, number)
                        .map(measure -> json(measure.document()))
                        .orElseGet(() -> Problems.nothing(Problems.language(request))));
    }

    @GetMapping(MEASURE + "/versions")
    ResponseEntity<byte[]> versions(
            HttpServletRequest request, @PathVariable String municipality, @PathVariable String number) {
        return answer(request, municipality, "", true, () -> {
            List<VersionHead> heads = released.versions(municipality, upper(number));
            return heads.isEmpty()
                    ? Problems.nothing(Problems.language(request))
                    : json(new Versions(municipality, upper(number), heads));
        });
    }

    @GetMapping(MEASURE + "/versions/{version:[1-9][0-9]*}")
    ResponseEntity<byte[]> version(
            HttpServletRequest request,
            @PathVariable String municipality,
            @PathVariable String number,
            @PathVariable String version) {
        int wanted = version.length() > LONGEST_VERSION ? Integer.MAX_VALUE : Integer.parseInt(version);
        return answer(
                request,
                municipality,
                "",
                true,
                () -> released.version(municipality, upper(number), wanted)
                        .map(ApiController::json)
                        .orElseGet(() -> Problems.nothing(Problems.language(request))));
    }

    @GetMapping(DataAddresses.API + "/times")
    ResponseEntity<byte[]> times(HttpServletRequest request) {
        ListQuery.Reading read =
                ListQuery.read(request.getParameterMap(), List.of("municipality"), Problems.language(request));
        if (read.query() == null) {
            return Problems.refused(request, read.problems());
        }
        String municipality = read.query().municipality();
        if (municipality == null) {
            return Problems.refused(
                    request,
                    List.of(new Problems.Refused(
                            "municipality", Words.in(Problems.language(request), "opendata.refused.missing"))));
        }
        return answer(
                request,
                municipality,
                "municipality=" + municipality,
                true,
                () -> municipality(municipality)
                        .map(one -> json(new Times(
                                new Published.Place(one.id(), one.name(), one.officialKey()),
                                one.catalogue().licence(),
                                times.of(one.id()))))
                        .orElseGet(() -> Problems.nothing(Problems.language(request))));
    }

    /** What is not there is answered alike, whatever it may be called. */
    @GetMapping("/api/**")
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        return Problems.nothing(request);
    }

    private Body list(ListQuery query, String base, Locale language) {
        List<Municipality> wanted = query.municipality() == null
                ? pages.all()
                : municipality(query.municipality()).stream().toList();
        if (wanted.isEmpty() && query.municipality() != null) {
            return Problems.nothing(language);
        }
        ListedMeasures list = ListedMeasures.of(released, wanted, query, base);
        if (query.page() > list.last()) {
            return Problems.nothing(language);
        }
        String links = Addresses.links(
                query.page(), list.last(), page -> base + DataAddresses.API + "/measures?" + query.of(page));
        return new Body(200, MediaType.APPLICATION_JSON, DataJson.bytes(list), Map.of(HttpHeaders.LINK, links));
    }

    private Optional<Published> found(HttpServletRequest request, String municipality, String number) {
        Optional<Entry> entry = released.numbered(municipality, upper(number));
        return municipality(municipality)
                .flatMap(one -> entry.map(there -> new Published(one, there, installation.base(request))));
    }

    private Optional<Municipality> municipality(String id) {
        return id == null ? Optional.empty() : pages.find(id);
    }

    private ResponseEntity<byte[]> answer(
            HttpServletRequest request, String municipality, String query, boolean kept, Making making) {
        if (Negotiation.best(request.getHeader(HttpHeaders.ACCEPT), JSON).isEmpty()) {
            return Problems.notAcceptable(request, JSON);
        }
        String path = installation.base(request) + request.getRequestURI();
        return delivery.answer(request, new Key(municipality, path, query, Problems.language(request), kept), making);
    }

    private static Place place(Municipality municipality, String base) {
        return new Place(
                municipality.id(),
                municipality.name(),
                municipality.officialKey(),
                base + DataAddresses.page(municipality.id()),
                base + DataAddresses.API + "/measures?municipality=" + municipality.id());
    }

    private static Body json(Object value) {
        return new Body(200, MediaType.APPLICATION_JSON, DataJson.bytes(value), Map.of());
    }

    private static String upper(String number) {
        return number.toUpperCase(Locale.ROOT);
    }
}
