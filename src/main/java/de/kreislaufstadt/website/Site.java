package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery;
import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.delivery.Delivery.Key;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedApproach;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers for one municipality, through the delivery; an address that leads nowhere is the same whoever notices it. */
@Component
class Site {

    private final Delivery delivery;
    private final MunicipalPages municipalities;
    private final Nothing nothing;

    Site(Delivery delivery, MunicipalPages municipalities, Nothing nothing) {
        this.delivery = delivery;
        this.municipalities = municipalities;
        this.nothing = nothing;
    }

    /** @param making makes the answer for the municipality; empty where the address leads nowhere */
    ResponseEntity<byte[]> answer(
            HttpServletRequest request, String municipality, Function<Municipality, Optional<Body>> making) {
        return answer(request, municipality, "", true, making);
    }

    /**
     * Answers for one municipality.
     *
     * @param query what of the query makes a difference, in a fixed order
     * @param kept false for what people type freely
     */
    ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            String municipality,
            String query,
            boolean kept,
            Function<Municipality, Optional<Body>> making) {
        Locale language = Language.of(request);
        return delivery.answer(
                request,
                new Key(municipality, request.getRequestURI(), query, language, kept),
                () -> made(language, municipality, making));
    }

    /** Answers one reader with what is made for nobody else: it is kept nowhere, by nobody. */
    ResponseEntity<byte[]> alone(
            HttpServletRequest request, String municipality, Function<Municipality, Optional<Body>> making) {
        Body body = made(Language.of(request), municipality, making);
        HttpHeaders headers = new HttpHeaders();
        body.headers().forEach(headers::set);
        // As of every other page: an address that leads nowhere shows nobody who would have answered.
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        headers.setCacheControl("no-store");
        return ResponseEntity.status(body.status())
                .headers(headers)
                .contentType(body.type())
                .body(body.bytes());
    }

    private Body made(Locale language, String municipality, Function<Municipality, Optional<Body>> making) {
        Municipality found =
                Routes.isId(municipality) ? municipalities.find(municipality).orElse(null) : null;
        return Optional.ofNullable(found).flatMap(making).orElseGet(() -> nothing.here(language, found));
    }

    /** Answers with what shows all municipalities. */
    ResponseEntity<byte[]> answer(HttpServletRequest request, Delivery.Making making) {
        return delivery.answer(request, new Key(null, request.getRequestURI(), "", Language.of(request), true), making);
    }

    /**
     * Answers for what municipalities share.
     *
     * @param all whether it says something of single municipalities, so that a change of any of them is a change of it
     * @param making makes the answer; empty where the address leads nowhere
     */
    ResponseEntity<byte[]> shared(HttpServletRequest request, boolean all, Supplier<Optional<Body>> making) {
        Locale language = Language.of(request);
        return delivery.answer(
                request,
                new Key(all ? null : ReleasedApproach.STAMP, request.getRequestURI(), "", language, true),
                () -> making.get().orElseGet(() -> nothing.here(language, null)));
    }

    /** @param status 301 for what has moved for good, 302 for where one comes from here today, 303 after a form */
    static Body moved(int status, String address) {
        return new Body(
                status,
                new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8),
                new byte[0],
                Map.of(HttpHeaders.LOCATION, address));
    }
}
