package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.released.Approach;
import de.kreislaufstadt.released.ApproachComponent;
import de.kreislaufstadt.released.ApproachVersion;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.ReleasedApproach;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The model approach that municipalities share: what it is, who takes part, what is new of it, and how far they are. */
@RestController
class ApproachController {

    private static final int MOST = 50;

    private final Site site;
    private final ApproachPages approaches;
    private final Pages pages;
    private final ReleasedApproach released;
    private final MunicipalPages municipalities;

    ApproachController(
            Site site,
            ApproachPages approaches,
            Pages pages,
            ReleasedApproach released,
            MunicipalPages municipalities) {
        this.site = site;
        this.approaches = approaches;
        this.pages = pages;
        this.released = released;
        this.municipalities = municipalities;
    }

    @GetMapping(PublicAddresses.APPROACH)
    ResponseEntity<byte[]> overview(HttpServletRequest request) {
        Locale language = Language.of(request);
        return site.shared(request, true, () -> approaches.of(approach -> overview(approach, language)));
    }

    @GetMapping(PublicAddresses.APPROACH + "/vergleich")
    ResponseEntity<byte[]> comparison(HttpServletRequest request) {
        Locale language = Language.of(request);
        return site.shared(request, true, () -> approaches.of(approach -> comparison(approach, language)));
    }

    @GetMapping(PublicAddresses.APPROACH + "/feed.atom")
    ResponseEntity<byte[]> feed(HttpServletRequest request) {
        Links links = new Links(null, Language.of(request));
        return site.shared(request, false, () -> approaches.of(approach -> feed(approach, links)));
    }

    @GetMapping(PublicAddresses.APPROACH + "/vorschau.png")
    ResponseEntity<byte[]> preview(HttpServletRequest request) {
        Locale language = Language.of(request);
        return site.shared(request, false, () -> approaches.of(approach -> preview(approach, language)));
    }

    /** What is not there is answered alike, whatever it may be called. */
    @GetMapping(PublicAddresses.APPROACH + "/**")
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        return site.shared(request, false, Optional::empty);
    }

    private Body overview(Approach approach, Locale language) {
        ApproachView view = ReadersLanguage.in(
                language,
                () -> ApproachView.of(
                        approach, released.versions(), municipalities.all(), new Links(null, language), pages.words()));
        return approaches
                .page("approach", language, PublicAddresses.APPROACH, approach)
                .with("view", view)
                .with("description", text(language, "approach.intro", approach.name()))
                .body(200);
    }

    private Body comparison(Approach approach, Locale language) {
        ComparisonView view = ReadersLanguage.in(
                language,
                () -> ComparisonView.of(
                        approach,
                        released.maturities(),
                        released.steps(),
                        municipalities.all(),
                        language,
                        pages.words()));
        return approaches
                .page("comparison", language, PublicAddresses.comparison(), approach)
                .with("view", view)
                .with("description", text(language, "comparison.intro", approach.name()))
                .body(200);
    }

    private Body feed(Approach approach, Links links) {
        byte[] atom = ReadersLanguage.in(links.language(), () -> {
            Words words = pages.words();
            Atom.Head head = new Atom.Head(
                    words.text("approach.feed.title", approach.name()),
                    words.text("approach.feed.subtitle"),
                    approach.name(),
                    links.feedOfApproach(),
                    links.approach());
            return new Atom(links, pages).write(head, entries(links, words));
        });
        return new Body(
                200,
                MediaType.APPLICATION_ATOM_XML,
                atom,
                Map.of(HttpHeaders.CONTENT_LANGUAGE, links.language().getLanguage()));
    }

    /** A version comes, and may go again. */
    private List<Atom.Entry> entries(Links links, Words words) {
        List<Atom.Entry> entries = new ArrayList<>();
        for (ApproachVersion version : released.versions()) {
            String name = words.text(
                    "approach.feed.version", words.code("component", version.component()), version.version());
            entries.add(entry(version, "", name, version.publishedOn(), version.changeSummary(), links));
            if (!version.holds()) {
                String withdrawn = words.text("approach.feed.withdrawn", name);
                entries.add(entry(
                        version, "/withdrawn", withdrawn, version.withdrawnOn(), version.withdrawnReason(), links));
            }
        }
        entries.sort(Comparator.comparing(Atom.Entry::at).reversed().thenComparing(Atom.Entry::id));
        return entries.stream().limit(MOST).toList();
    }

    private static Atom.Entry entry(
            ApproachVersion version, String kind, String title, LocalDate day, String summary, Links links) {
        String slug = ApproachComponent.valueOf(version.component()).slug();
        return new Atom.Entry(
                "modellansatz/" + slug + "/" + version.version() + kind,
                title,
                day.atStartOfDay(Words.BERLIN).toInstant(),
                links.componentVersion(slug, version.version()),
                summary);
    }

    private Body preview(Approach approach, Locale language) {
        byte[] png = Preview.png(
                text(language, "approach.title"),
                text(
                        language,
                        "approach.count",
                        approach.membersOn(pages.words().today()).size()),
                approach.name());
        return new Body(200, MediaType.IMAGE_PNG, png, Map.of());
    }

    private String text(Locale language, String key, Object... arguments) {
        return ReadersLanguage.in(language, () -> pages.words().text(key, arguments));
    }
}
