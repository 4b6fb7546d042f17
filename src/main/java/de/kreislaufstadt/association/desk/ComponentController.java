package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.ComponentPaper;
import de.kreislaufstadt.form.ReadersLanguage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the page "Modellansatz" asks. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/components")
class ComponentController {

    private final Readers readers;
    private final ComponentPages pages;
    private final Comparison comparison;
    private final ComponentPaper papers;

    ComponentController(Readers readers, ComponentPages pages, Comparison comparison, ComponentPaper papers) {
        this.readers = readers;
        this.pages = pages;
        this.comparison = comparison;
        this.papers = papers;
    }

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
