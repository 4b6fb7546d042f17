package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.ComponentPaper;
import de.kreislaufstadt.form.ReadersLanguage;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the page "Modellansatz" asks, and what the moderating department does with rounds and versions. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/components")
class ComponentController {

    private final Readers readers;
    private final ComponentPages pages;
    private final Comparison comparison;
    private final ComponentPaper papers;
    private final Steering steering;

    ComponentController(
            Readers readers, ComponentPages pages, Comparison comparison, ComponentPaper papers, Steering steering) {
        this.readers = readers;
        this.pages = pages;
        this.comparison = comparison;
        this.papers = papers;
        this.steering = steering;
    }

    /** Why something ends before its time. */
    record Because(String reason) {}

    /** Components to begin a round of; none for every one without a round. */
    record Begin(List<String> components) {}

    @GetMapping
    ComponentViews.Overview overview() {
        return pages.overview();
    }

    @GetMapping("/{component}")
    ComponentViews.Page component(@PathVariable String component) {
        return pages.component(component);
    }

    @GetMapping("/{component}/rounds/{number}")
    ComponentViews.RoundPage round(@PathVariable String component, @PathVariable String number) {
        return pages.round(component, number);
    }

    @PostMapping("/rounds")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, List<String>> begin(@RequestBody Begin begin) {
        return Map.of("begun", steering.begin(begin.components()));
    }

    @PostMapping("/{component}/rounds/{number}/remind")
    Map<String, Integer> remind(@PathVariable String component, @PathVariable String number) {
        return Map.of("reminded", steering.remind(component, number));
    }

    @PostMapping("/{component}/rounds/{number}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String component, @PathVariable String number, @RequestBody Because because) {
        steering.close(component, number, because.reason());
    }

    @PostMapping("/{component}/rounds/{number}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String component, @PathVariable String number, @RequestBody Because because) {
        steering.cancel(component, number, because.reason());
    }

    @PostMapping("/{component}/versions/{version}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String component, @PathVariable String version, @RequestBody Because because) {
        steering.withdraw(component, version, because.reason());
    }

    @GetMapping("/{component}/comparison")
    Comparison.Compared comparison(
            @PathVariable String component,
            @RequestParam(defaultValue = "1") String from,
            @RequestParam(defaultValue = Comparison.DRAFT) String to) {
        return comparison.of(component, from, to);
    }

    /** A published version as a document, its labels in the language of its reader. */
    @GetMapping("/{component}/versions/{version}/paper.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String component, @PathVariable String version) {
        readers.reading();
        ComponentPaper.Document document = papers.pdf(
                        RoundFinder.component(component), RoundFinder.number(version), ReadersLanguage.current())
                .orElseThrow(NoSuchComponent::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name())
                                .build()
                                .toString())
                .body(document.content());
    }
}
