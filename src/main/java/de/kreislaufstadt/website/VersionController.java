package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.released.FieldChange;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedMeasures.VersionHead;
import de.kreislaufstadt.released.VersionDiff;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public history of a measure: every released version, and what it says differently from the one before. */
@RestController
class VersionController {

    private final Site site;
    private final Measures measures;
    private final Pages pages;
    private final ReleasedMeasures released;

    VersionController(Site site, Measures measures, Pages pages, ReleasedMeasures released) {
        this.site = site;
        this.measures = measures;
        this.pages = pages;
        this.released = released;
    }

    @GetMapping(Routes.MEASURE + "/fassungen")
    ResponseEntity<byte[]> versions(
            HttpServletRequest request, @PathVariable String municipality, @PathVariable String slug) {
        Links links = new Links(municipality, Language.of(request));
        return site.answer(
                request,
                municipality,
                city -> measures.found(
                        city, slug, links::versions, entry -> Optional.of(versions(city, entry, links))));
    }

    @GetMapping(Routes.MEASURE + "/fassungen/{version:[1-9][0-9]*}")
    ResponseEntity<byte[]> version(
            HttpServletRequest request,
            @PathVariable String municipality,
            @PathVariable String slug,
            @PathVariable String version) {
        Links links = new Links(municipality, Language.of(request));
        return Routes.isVersion(version)
                ? site.answer(
                        request,
                        municipality,
                        city -> measures.found(
                                city,
                                slug,
                                today -> links.version(today, Integer.parseInt(version)),
                                entry -> version(city, entry, Integer.parseInt(version), links)))
                : site.answer(request, municipality, city -> Optional.empty());
    }

    private Body versions(Municipality city, Entry entry, Links links) {
        return pages.page("versions", links.language(), PublicAddresses.versions(city.id(), entry.slug()), city)
                .with("entry", entry)
                .with("versions", released.versions(city.id(), entry.content().number()))
                .with("feed", links.feedOfMeasure(entry.slug()))
                .body(200);
    }

    private Optional<Body> version(Municipality city, Entry entry, int version, Links links) {
        String number = entry.content().number();
        List<VersionHead> heads = released.versions(city.id(), number);
        Optional<ReleasedMeasure> said = released.version(city.id(), number, version);
        Optional<VersionHead> head =
                heads.stream().filter(one -> one.version() == version).findFirst();
        if (said.isEmpty() || head.isEmpty()) {
            return Optional.empty();
        }
        ReleasedMeasure before = version == 1
                ? null
                : released.version(city.id(), number, version - 1).orElse(null);
        List<FieldChange> changes = VersionDiff.between(before, said.get());
        return Optional.of(pages.page(
                        "version", links.language(), PublicAddresses.version(city.id(), entry.slug(), version), city)
                .with("entry", entry)
                .with("head", head.get())
                .with("said", said.get())
                .with("first", before == null)
                .with("changes", ReadersLanguage.in(links.language(), () -> ChangeView.of(changes, pages.words())))
                .body(200));
    }
}
