package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.question.Questions;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page of a measure. Addresses it once had lead to the one it has today; so does its number. */
@RestController
class MeasureController {

    private final Site site;
    private final Measures measures;
    private final Pages pages;
    private final ApproachPages approaches;
    private final ObjectProvider<Questions> questions;

    MeasureController(
            Site site, Measures measures, Pages pages, ApproachPages approaches, ObjectProvider<Questions> questions) {
        this.approaches = approaches;
        this.site = site;
        this.measures = measures;
        this.pages = pages;
        this.questions = questions;
    }

    @GetMapping(Routes.MEASURE)
    ResponseEntity<byte[]> measure(
            HttpServletRequest request, @PathVariable String municipality, @PathVariable String slug) {
        Links links = new Links(municipality, Language.of(request));
        return site.answer(
                request,
                municipality,
                city -> measures.found(city, slug, links::measure, entry -> Optional.of(page(city, entry, links))));
    }

    private Body page(Municipality city, Entry entry, Links links) {
        Locale language = links.language();
        MeasureView view =
                ReadersLanguage.in(language, () -> MeasureView.of(entry, city.staleAfter(), links, pages.words()));
        return pages.page("measure", language, PublicAddresses.measure(city.id(), entry.slug()), city)
                .with("view", view)
                .with("entry", entry)
                .with("questions", questions.stream().anyMatch(taking -> taking.takes(city.id())))
                .with("measure", entry.content())
                .with("shared", approaches.shared(city.id()).orElse(null))
                .with("description", entry.content().heading().summary())
                .with("feed", links.feedOfMeasure(entry.slug()))
                .with("preview", pages.absolute(PublicAddresses.preview(city.id(), entry.slug())))
                .body(200);
    }
}
