package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.Counts;
import de.kreislaufstadt.released.ReleasedMeasures.Listing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** All published measures of a municipality, to search and to filter; what is looked for stands in the address. */
@RestController
class OverviewController {

    private static final int FOR_GOOD = 301;

    private final Site site;
    private final Pages pages;
    private final ApproachPages approaches;
    private final ReleasedMeasures released;

    OverviewController(Site site, Pages pages, ApproachPages approaches, ReleasedMeasures released) {
        this.site = site;
        this.pages = pages;
        this.approaches = approaches;
        this.released = released;
    }

    @GetMapping(Routes.MUNICIPALITY)
    ResponseEntity<byte[]> overview(HttpServletRequest request, @PathVariable String municipality) {
        Optional<Search> search = Search.of(request);
        return site.answer(
                request,
                municipality,
                search.map(wanted -> wanted.query(wanted.page()) + wanted.order())
                        .orElse(""),
                search.isPresent() && search.get().isCommon(),
                city -> search.flatMap(wanted -> page(city, wanted, Language.of(request))));
    }

    @GetMapping(Routes.MUNICIPALITY + "/massnahmen")
    ResponseEntity<byte[]> list(HttpServletRequest request, @PathVariable String municipality) {
        Links links = new Links(municipality, Language.of(request));
        return site.answer(request, municipality, city -> Optional.of(Site.moved(FOR_GOOD, links.overview())));
    }

    private Optional<Body> page(Municipality city, Search search, Locale language) {
        Listing found = released.list(city.id(), search.selection());
        int last = Math.max(1, (found.of() + Search.SIZE - 1) / Search.SIZE);
        if (search.page() > last) {
            return Optional.empty();
        }
        Links links = new Links(city.id(), language);
        String address = PublicAddresses.overview(city.id());
        Counts all = released.counts(city.id(), Search.everything());
        OverviewView view = ReadersLanguage.in(
                language,
                () -> OverviewView.of(
                        search,
                        found,
                        all,
                        released.counts(city.id(), search.selection()),
                        fields(city, all.byField().keySet(), pages.words()),
                        links,
                        pages.words()));
        return Optional.of(pages.page("overview", language, address + search.query(search.page()), city)
                .with("view", view)
                .with("search", search)
                .with("found", found)
                .with("last", last)
                .with("previousPage", search.page() == 1 ? null : links.in(address + search.query(search.page() - 1)))
                .with("nextPage", search.page() == last ? null : links.in(address + search.query(search.page() + 1)))
                .with("feed", links.feed())
                .with("shared", approaches.shared(city.id()).orElse(null))
                .body(200));
    }

    /** A field that only this municipality knows is called what its measures call it. */
    private Map<String, String> fields(Municipality city, Set<String> codes, Words words) {
        Map<String, String> names = new HashMap<>();
        for (String code : codes) {
            if (words.code("field", code).equals(code)) {
                released.list(city.id(), Search.field(code)).entries().stream()
                        .findFirst()
                        .ifPresent(entry -> names.put(
                                code,
                                words.term("field", entry.content().pathway().fieldOfAction())));
            }
        }
        return names;
    }
}
