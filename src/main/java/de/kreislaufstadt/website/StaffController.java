package de.kreislaufstadt.website;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where people of the administration begin: the ways to their tasks. */
@RestController
class StaffController {

    private static final Resource PAGE = new ClassPathResource("website/arbeiten.html");

    @GetMapping("/arbeiten")
    ResponseEntity<Resource> start() {
        return ResponseEntity.ok()
                .contentType(Pages.HTML)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(PAGE);
    }
}
