package de.kreislaufstadt.opendata;

import de.kreislaufstadt.delivery.Delivery;
import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.delivery.Delivery.Key;
import de.kreislaufstadt.released.Approach;
import de.kreislaufstadt.released.Approach.Membership;
import de.kreislaufstadt.released.ApproachComponent;
import de.kreislaufstadt.released.ApproachVersion;
import de.kreislaufstadt.released.ComparedStep;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMaturity;
import de.kreislaufstadt.website.PublicAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The part of the public API that the association answers: its model approach, its members and their comparison. */
@RestController
class SharedApiController {

    private static final String COMPONENT = DataAddresses.SHARED + "/components/{component:[A-Za-z][A-Za-z_-]*}";
    private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_JSON, Problems.TYPE);

    private final Delivery delivery;
    private final SharedData data;
    private final Installation installation;

    SharedApiController(Delivery delivery, SharedData data, Installation installation) {
        this.delivery = delivery;
        this.data = data;
        this.installation = installation;
    }

    /** The model approach, and who stands behind it. */
    record Shared(
            String name,
            String moderation,
            String adoption,
            String licence,
            String page,
            List<Part> components,
            List<Approach.Partner> partners) {}

    /**
     * A component.
     *
     * @param name in German
     * @param version that holds; null if there is none
     * @param versions how many were ever published
     */
    record Part(String code, String name, String page, Integer version, int versions) {}

    /** The versions of a component, newest first. */
    record Versions(String component, String name, List<Head> items) {}

    /** A version without its text. */
    record Head(
            int version,
            LocalDate adoptedOn,
            LocalDate publishedOn,
            LocalDate withdrawnOn,
            String withdrawnReason,
            String changeSummary) {}

    /** Everybody who is or was a member. */
    record Members(String licence, List<Membership> items) {}

    /** What members of today have released. */
    record Maturities(String licence, List<ReleasedMaturity> items) {}

    /** Steps that enough members have released times of. */
    record Steps(String licence, List<ComparedStep> items) {}

    @GetMapping(DataAddresses.SHARED)
    ResponseEntity<byte[]> approach(HttpServletRequest request) {
        return answer(request, (approach, publisher) -> Optional.of(shared(approach, publisher, request)));
    }

    @GetMapping(COMPONENT)
    ResponseEntity<byte[]> component(HttpServletRequest request, @PathVariable String component) {
        return answer(
                request,
                (approach, publisher) -> ApproachComponent.named(component)
                        .map(one -> new Versions(
                                one.name(),
                                SharedTables.name(one.name()),
                                versions(one).stream()
                                        .map(SharedApiController::head)
                                        .toList())));
    }

    @GetMapping(COMPONENT + "/versions/{version:[1-9][0-9]*}")
    ResponseEntity<byte[]> version(
            HttpServletRequest request, @PathVariable String component, @PathVariable String version) {
        return answer(
                request,
                (approach, publisher) -> ApproachComponent.named(component)
                        .flatMap(one -> versions(one).stream()
                                .filter(each -> Integer.toString(each.version()).equals(version))
                                .findFirst()));
    }

    @GetMapping(DataAddresses.SHARED + "/members")
    ResponseEntity<byte[]> members(HttpServletRequest request) {
        return answer(
                request,
                (approach, publisher) ->
                        Optional.of(new Members(publisher.catalogue().licence(), data.members())));
    }

    @GetMapping(DataAddresses.SHARED + "/maturities")
    ResponseEntity<byte[]> maturities(HttpServletRequest request) {
        return answer(
                request,
                (approach, publisher) -> Optional.of(new Maturities(
                        publisher.catalogue().licence(), data.released().maturities())));
    }

    @GetMapping(DataAddresses.SHARED + "/steps")
    ResponseEntity<byte[]> steps(HttpServletRequest request) {
        return answer(
                request,
                (approach, publisher) -> Optional.of(new Steps(
                        publisher.catalogue().licence(), data.released().steps())));
    }

    private Shared shared(Approach approach, Municipality publisher, HttpServletRequest request) {
        String base = installation.base(request);
        return new Shared(
                approach.name(),
                approach.moderation(),
                approach.adoption(),
                publisher.catalogue().licence(),
                base + PublicAddresses.APPROACH,
                Arrays.stream(ApproachComponent.values())
                        .map(component -> part(component, base))
                        .toList(),
                approach.partners());
    }

    private Part part(ApproachComponent component, String base) {
        List<ApproachVersion> versions = versions(component);
        return new Part(
                component.name(),
                SharedTables.name(component.name()),
                base + PublicAddresses.component(component.slug()),
                versions.stream()
                        .filter(ApproachVersion::holds)
                        .findFirst()
                        .map(ApproachVersion::version)
                        .orElse(null),
                versions.size());
    }

    private static Head head(ApproachVersion version) {
        return new Head(
                version.version(),
                version.adoptedOn(),
                version.publishedOn(),
                version.withdrawnOn(),
                version.withdrawnReason(),
                version.changeSummary());
    }

    private List<ApproachVersion> versions(ApproachComponent component) {
        return data.released().versions().stream()
                .filter(version -> version.component().equals(component.name()))
                .toList();
    }

    /** @param making makes what is answered; empty where there is nothing of the kind */
    private ResponseEntity<byte[]> answer(
            HttpServletRequest request, BiFunction<Approach, Municipality, Optional<?>> making) {
        if (Negotiation.best(request.getHeader(HttpHeaders.ACCEPT), JSON).isEmpty()) {
            return Problems.notAcceptable(request, JSON);
        }
        String path = installation.base(request) + request.getRequestURI();
        return delivery.answer(
                request, new Key(null, path, "", Problems.language(request), true), () -> made(request, making));
    }

    private Body made(HttpServletRequest request, BiFunction<Approach, Municipality, Optional<?>> making) {
        Optional<?> found = data.released()
                .approach()
                .flatMap(approach -> data.publisher().flatMap(publisher -> making.apply(approach, publisher)));
        return found.isEmpty()
                ? Problems.nothing(Problems.language(request))
                : new Body(200, MediaType.APPLICATION_JSON, DataJson.bytes(found.get()), Map.of());
    }
}
