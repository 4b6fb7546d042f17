package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.FeedScope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What has been released lately, for readers who do not want to come and look: of a municipality, a field, a measure. */
@RestController
class FeedController {

    private static final int MOST = 50;

    private final Site site;
    private final Measures measures;
    private final Pages pages;
    private final ReleasedMeasures released;

    FeedController(Site site, Measures measures, Pages pages, ReleasedMeasures released) {
        this.site = site;
        this.measures = measures;
        this.pages = pages;
        this.released = released;
    }

    @GetMapping(Routes.MUNICIPALITY + "/feed.atom")
    ResponseEntity<byte[]> all(HttpServletRequest request, @PathVariable String municipality) {
        Links links = new Links(municipality, Language.of(request));
        return site.answer(
                request,
                municipality,
                city -> Optional.of(feed(city, new FeedScope(null, null), links, links.feed(), links.overview())));
    }

    @GetMapping(Routes.MUNICIPALITY + "/felder/{field:[a-z][a-z0-9_]*}/feed.atom")
    ResponseEntity<byte[]> ofField(
            HttpServletRequest request, @PathVariable String municipality, @PathVariable String field) {
        String code = field.toUpperCase(Locale.ROOT);
        Links links = new Links(municipality, Language.of(request));
        return site.answer(request, municipality, city -> {
            boolean known =
                    released.counts(city.id(), Search.everything()).byField().containsKey(code);
            return known
                    ? Optional.of(feed(
                            city,
                            new FeedScope(null, code),
                            links,
                            links.feedOfField(code),
                            links.filtered(Search.FIELD, code)))
                    : Optional.empty();
        });
    }

    @GetMapping(Routes.MEASURE + "/feed.atom")
    ResponseEntity<byte[]> ofMeasure(
            HttpServletRequest request, @PathVariable String municipality, @PathVariable String slug) {
        Links links = new Links(municipality, Language.of(request));
        return site.answer(
                request,
                municipality,
                city -> measures.found(
                        city,
                        slug,
                        links::feedOfMeasure,
                        entry -> Optional.of(feed(
                                city,
                                new FeedScope(entry.content().number(), null),
                                links,
                                links.feedOfMeasure(slug),
                                links.measure(slug)))));
    }

    private Body feed(Municipality city, FeedScope scope, Links links, String self, String page) {
        byte[] atom = ReadersLanguage.in(
                links.language(),
                () -> new Feed(city, links, pages).write(released.changes(city.id(), scope, MOST), self, page));
        return new Body(
                200,
                MediaType.APPLICATION_ATOM_XML,
                atom,
                Map.of(HttpHeaders.CONTENT_LANGUAGE, links.language().getLanguage()));
    }
}
