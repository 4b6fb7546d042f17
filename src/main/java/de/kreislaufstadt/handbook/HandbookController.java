package de.kreislaufstadt.handbook;

import de.kreislaufstadt.process.Visitors;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The handbook over HTTP: pages and pictures for whoever is signed in. No page runs a script. */
@RestController
@RequestMapping(Layout.ROOT)
class HandbookController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final Handbook handbook;
    private final Visitors visitors;

    HandbookController(Handbook handbook, Visitors visitors) {
        this.handbook = handbook;
        this.visitors = visitors;
    }

    /** In place of the web applications' policy, which lets scripts run. */
    @ModelAttribute
    void restrict(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    /** Links on the first page are relative to its folder. */
    @GetMapping("")
    ResponseEntity<?> start() {
        return signedIn(() -> ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(Layout.ROOT + "/"))
                .build());
    }

    @GetMapping("/")
    ResponseEntity<?> contents() {
        return page(Handbook.CONTENTS);
    }

    @GetMapping("/{name}")
    ResponseEntity<?> general(@PathVariable String name) {
        return page(name);
    }

    @GetMapping("/aufgaben/{task}")
    ResponseEntity<?> task(@PathVariable String task) {
        return page("aufgaben/" + task);
    }

    @GetMapping("/bilder/{name}")
    ResponseEntity<?> picture(@PathVariable String name) {
        return signedIn(() -> handbook.picture(name)
                .<ResponseEntity<?>>map(HandbookController::shown)
                .orElseGet(this::unknown));
    }

    @GetMapping("/**")
    ResponseEntity<?> anythingElse() {
        return signedIn(this::unknown);
    }

    private ResponseEntity<?> page(String name) {
        return signedIn(() -> handbook.page(name)
                .<ResponseEntity<?>>map(page -> html(HttpStatus.OK, Layout.page(page, handbook.chapters())))
                .orElseGet(this::unknown));
    }

    private ResponseEntity<?> unknown() {
        return html(
                HttpStatus.NOT_FOUND,
                Layout.notice(
                        "Diese Seite gibt es nicht",
                        "<p>Das Handbuch hat keine Seite mit dieser Adresse. Im Inhaltsverzeichnis stehen alle Seiten.</p>",
                        handbook.chapters()));
    }

    private ResponseEntity<?> signedIn(Supplier<ResponseEntity<?>> answer) {
        if (visitors.current().isPresent()) {
            return answer.get();
        }
        return html(
                HttpStatus.UNAUTHORIZED,
                Layout.notice(
                        "Bitte melden Sie sich an",
                        "<p>Das Handbuch können Sie lesen, sobald Sie sich in der Aufgabenliste angemeldet haben.</p>",
                        List.of()));
    }

    private static ResponseEntity<String> html(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(page);
    }

    private static ResponseEntity<Resource> shown(Resource picture) {
        return ResponseEntity.ok()
                .contentType(MediaTypeFactory.getMediaType(picture).orElseThrow())
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(picture);
    }
}
