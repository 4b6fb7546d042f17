package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.released.Approach;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.MunicipalPages.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The texts that every public service owes its readers: who answers for it, what happens to data, how accessible it is, and
 * what it is about in easy language. The same addresses without a municipality lead to the one there is.
 */
@RestController
class TextController {

    private static final int FROM_HERE = 302;

    private final Site site;
    private final Pages pages;
    private final ApproachPages approaches;
    private final MunicipalPages municipalities;

    TextController(Site site, Pages pages, ApproachPages approaches, MunicipalPages municipalities) {
        this.approaches = approaches;
        this.site = site;
        this.pages = pages;
        this.municipalities = municipalities;
    }

    @GetMapping({
        Routes.MUNICIPALITY + "/barrierefreiheit",
        Routes.MUNICIPALITY + "/datenschutz",
        Routes.MUNICIPALITY + "/impressum",
        Routes.MUNICIPALITY + "/leichte-sprache"
    })
    ResponseEntity<byte[]> text(HttpServletRequest request, @PathVariable String municipality) {
        String path = request.getRequestURI();
        String text = path.substring(path.lastIndexOf('/') + 1);
        // A part that is written in another way, e.g. with an escaped letter, is another address.
        return site.answer(
                request,
                municipality,
                city -> PublicAddresses.TEXTS.contains(text)
                        ? Optional.of(page(text, city, Language.of(request)))
                        : Optional.empty());
    }

    @GetMapping({"/barrierefreiheit", "/datenschutz", "/impressum", "/leichte-sprache"})
    ResponseEntity<byte[]> text(HttpServletRequest request) {
        String text = request.getRequestURI().substring(1);
        return PublicAddresses.TEXTS.contains(text)
                ? choice(request, request.getRequestURI())
                : site.answer(request, text, city -> Optional.empty());
    }

    @GetMapping("/")
    ResponseEntity<byte[]> home(HttpServletRequest request) {
        return choice(request, "");
    }

    /** One municipality answers for itself; of several one is chosen. */
    private ResponseEntity<byte[]> choice(HttpServletRequest request, String target) {
        Locale language = Language.of(request);
        return site.answer(request, () -> {
            List<Municipality> all = municipalities.all();
            if (all.size() == 1) {
                return Site.moved(
                        FROM_HERE, new Links(null, language).in("/" + all.get(0).id() + target));
            }
            if (all.isEmpty() && !target.isEmpty()) {
                return page(target.substring(1), null, language);
            }
            return pages.page("choice", language, target.isEmpty() ? "/" : target, null)
                    .with("cities", all)
                    .with("target", target)
                    .with("shared", target.isEmpty() ? approaches.shared("").orElse(null) : null)
                    .body(200);
        });
    }

    /** @param city null where there is none yet: then the product says what it can */
    private Body page(String text, Municipality city, Locale language) {
        String address = (city == null ? "" : PublicAddresses.overview(city.id())) + "/" + text;
        return pages.page("text", language, address, city)
                .with("text", text)
                .with("html", city == null ? null : html(city.texts(), text))
                .with("contact", city == null ? null : city.contactMail())
                .body(200);
    }

    /** The association owes its readers the same. */
    @GetMapping({
        PublicAddresses.APPROACH + "/barrierefreiheit",
        PublicAddresses.APPROACH + "/datenschutz",
        PublicAddresses.APPROACH + "/impressum",
        PublicAddresses.APPROACH + "/leichte-sprache"
    })
    ResponseEntity<byte[]> shared(HttpServletRequest request) {
        String address = request.getRequestURI();
        String text = address.substring(address.lastIndexOf('/') + 1);
        return site.shared(
                request,
                true,
                () -> PublicAddresses.TEXTS.contains(text)
                        ? approaches.of(approach -> shared(text, approach, Language.of(request)))
                        : Optional.empty());
    }

    private Body shared(String text, Approach approach, Locale language) {
        Optional<Municipality> office = municipalities.association();
        return approaches
                .page("text", language, PublicAddresses.APPROACH + "/" + text, approach)
                .with("text", text)
                .with(
                        "html",
                        office.map(Municipality::texts)
                                .map(texts -> html(texts, text))
                                .orElse(null))
                .with("contact", office.map(Municipality::contactMail).orElse(null))
                .body(200);
    }

    private static String html(Texts texts, String text) {
        return Markdown.html(of(texts, text));
    }

    private static String of(Texts texts, String text) {
        if (texts == null) {
            return null;
        }
        return switch (text) {
            case "barrierefreiheit" -> texts.accessibility();
            case "datenschutz" -> texts.privacy();
            case "impressum" -> texts.imprint();
            default -> texts.easyLanguage();
        };
    }
}
