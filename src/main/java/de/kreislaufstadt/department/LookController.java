package de.kreislaufstadt.department;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Colours of a municipality as a style sheet for its public pages, whose content policy allows no styles inside a page. A
 * municipality that is not there has no colours, as one that has set none.
 */
@RestController
class LookController {

    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    private final Cities cities;

    LookController(Cities cities) {
        this.cities = cities;
    }

    @GetMapping("/kreislaufstadt/auftritt/{municipality}")
    ResponseEntity<String> styles(@PathVariable String municipality) {
        // On dark ground the product's light green stays: a colour that white can be read on could not be read there.
        String styles = cities.find(municipality)
                .map(city -> city.look().colour())
                .map("@media (prefers-color-scheme: light) { :root { --accent: %s; } }\n"::formatted)
                .orElse("");
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(styles);
    }
}
