package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedParts.Indicator;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pictures of a measure's page. None says anything that does not stand in words beside it. */
@RestController
class PictureController {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final Site site;
    private final Measures measures;
    private final Pages pages;

    PictureController(Site site, Measures measures, Pages pages) {
        this.site = site;
        this.measures = measures;
        this.pages = pages;
    }

    @GetMapping(Routes.MEASURE + "/{chart:indikator-[1-9][0-9]?\\.svg}")
    ResponseEntity<byte[]> chart(
            HttpServletRequest request,
            @PathVariable String municipality,
            @PathVariable String slug,
            @PathVariable String chart) {
        int number = Integer.parseInt(chart.replaceAll("\\D", ""));
        Links links = new Links(municipality, Language.of(request));
        return site.answer(
                request,
                municipality,
                city -> measures.found(
                        city,
                        slug,
                        today -> links.chart(today, number),
                        entry -> chart(entry, number, links.language())));
    }

    @GetMapping(Routes.MEASURE + "/vorschau.png")
    ResponseEntity<byte[]> preview(
            HttpServletRequest request, @PathVariable String municipality, @PathVariable String slug) {
        Links links = new Links(municipality, Language.of(request));
        return site.answer(
                request,
                municipality,
                city -> measures.found(
                        city, slug, links::preview, entry -> Optional.of(preview(city, entry, links.language()))));
    }

    @GetMapping(Routes.MEASURE + "/ablauf.svg")
    ResponseEntity<byte[]> picture(
            HttpServletRequest request, @PathVariable String municipality, @PathVariable String slug) {
        Links links = new Links(municipality, Language.of(request));
        boolean cutOut = request.getParameterMap().containsKey(Links.CUT_OUT);
        return site.answer(
                request,
                municipality,
                cutOut ? Links.CUT_OUT : "",
                true,
                city -> measures.found(
                        city,
                        slug,
                        today -> cutOut ? links.cutOut(today) : links.picture(today),
                        entry -> picture(entry, cutOut, links.language())));
    }

    private Optional<Body> picture(Entry entry, boolean cutOut, Locale language) {
        if (entry.live() == null) {
            return Optional.empty();
        }
        String svg = ReadersLanguage.in(language, () -> {
            Words words = pages.words();
            String title = words.text(
                    "part.cycle.picture", words.code("state", entry.live().state()));
            return LifeCyclePicture.svg(
                    LifeCycle.of(entry.live(), words), title, words.text("part.cycle.here"), cutOut);
        });
        return Optional.of(new Body(200, SVG, svg.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    private Optional<Body> chart(Entry entry, int number, Locale language) {
        List<Indicator> indicators = entry.content().indicators();
        if (number > indicators.size()) {
            return Optional.empty();
        }
        Indicator indicator = indicators.get(number - 1);
        if (IndicatorChart.numbers(indicator).size() < 2) {
            return Optional.empty();
        }
        String svg = ReadersLanguage.in(language, () -> IndicatorChart.svg(indicator, pages.words()));
        return Optional.of(new Body(200, SVG, svg.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    private Body preview(Municipality city, Entry entry, Locale language) {
        LiveState live = entry.live();
        return ReadersLanguage.in(
                language,
                () -> new Body(
                        200,
                        MediaType.IMAGE_PNG,
                        Preview.png(
                                entry.content().heading().title(),
                                live == null ? "" : pages.words().code("state", live.state()),
                                city.name()),
                        Map.of()));
    }
}
