package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.released.Approach;
import de.kreislaufstadt.released.ApproachComponent;
import de.kreislaufstadt.released.ApproachVersion;
import de.kreislaufstadt.released.ReleasedPapers;
import de.kreislaufstadt.released.ReleasedPapers.Paper;
import de.kreislaufstadt.website.ApproachPages.OfComponent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A component of the model approach: the text that holds, all versions, and what each says differently from the one before. */
@RestController
class ComponentController {

    private static final String COMPONENT = PublicAddresses.APPROACH + "/{component:[a-z][a-z-]*}";

    private final Site site;
    private final ApproachPages approaches;
    private final Pages pages;
    private final ReleasedPapers papers;

    ComponentController(Site site, ApproachPages approaches, Pages pages, ReleasedPapers papers) {
        this.papers = papers;
        this.site = site;
        this.approaches = approaches;
        this.pages = pages;
    }

    @GetMapping(COMPONENT)
    ResponseEntity<byte[]> component(HttpServletRequest request, @PathVariable String component) {
        Locale language = Language.of(request);
        return answer(request, component, (approach, one, versions) -> component(approach, one, versions, language));
    }

    @GetMapping(COMPONENT + "/fassungen")
    ResponseEntity<byte[]> versions(HttpServletRequest request, @PathVariable String component) {
        Locale language = Language.of(request);
        return answer(
                request,
                component,
                (approach, one, versions) -> Optional.of(page(
                                "component-versions",
                                language,
                                PublicAddresses.componentVersions(one.slug()),
                                approach,
                                one)
                        .with("versions", versions)
                        .body(200)));
    }

    @GetMapping(COMPONENT + "/fassungen/{version:[0-9A-Za-z]+}")
    ResponseEntity<byte[]> version(
            HttpServletRequest request, @PathVariable String component, @PathVariable String version) {
        Locale language = Language.of(request);
        return answer(
                request,
                component,
                (approach, one, versions) -> versions.stream()
                        .filter(each -> Integer.toString(each.version()).equals(version))
                        .findFirst()
                        .map(found -> version(approach, one, versions, found, language)));
    }

    /** A version as a document, in the language of the address. */
    @GetMapping(COMPONENT + "/fassungen/{file:[1-9][0-9]*\\.pdf}")
    ResponseEntity<byte[]> paper(
            HttpServletRequest request, @PathVariable String component, @PathVariable String file) {
        Locale language = Language.of(request);
        String version = file.replace(".pdf", "");
        return answer(
                request,
                component,
                (approach, one, versions) -> Routes.isVersion(version)
                        ? papers.of(one, Integer.parseInt(version), language).map(ComponentController::file)
                        : Optional.empty());
    }

    private static Body file(Paper paper) {
        return new Body(
                200,
                MediaType.APPLICATION_PDF,
                paper.content(),
                Map.of(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(paper.name())
                                .build()
                                .toString()));
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, String component, OfComponent making) {
        return site.shared(request, false, () -> approaches.of(component, making));
    }

    private Optional<Body> component(
            Approach approach, ApproachComponent component, List<ApproachVersion> versions, Locale language) {
        ApproachVersion newest =
                versions.stream().filter(ApproachVersion::holds).findFirst().orElse(null);
        return Optional.of(page("component", language, PublicAddresses.component(component.slug()), approach, component)
                .with("versions", versions)
                .with("newest", newest)
                .with("sections", newest == null ? List.of() : SectionView.of(newest))
                .body(200));
    }

    private Body version(
            Approach approach,
            ApproachComponent component,
            List<ApproachVersion> versions,
            ApproachVersion version,
            Locale language) {
        ApproachVersion before = versions.stream()
                .filter(each -> each.version() < version.version())
                .findFirst()
                .orElse(null);
        return page(
                        "component-version",
                        language,
                        PublicAddresses.componentVersion(component.slug(), version.version()),
                        approach,
                        component)
                .with("version", version)
                .with("before", before)
                .with("changes", version.changesSince(before))
                .with("sections", SectionView.of(version))
                .body(200);
    }

    private Pages.Page page(
            String template, Locale language, String address, Approach approach, ApproachComponent component) {
        return approaches
                .page(template, language, address, approach)
                .with("component", component)
                .with("name", ReadersLanguage.in(language, () -> pages.words().code("component", component.name())));
    }

    /** A section as it is shown. */
    public record SectionView(String anchor, String heading, String html) {

        /** Below the heading of a section, as the heading of a section is below that of the page. */
        private static final int HIGHEST = 3;

        static List<SectionView> of(ApproachVersion version) {
            return version.sections().stream()
                    .map(section -> new SectionView(
                            section.anchor(), section.heading(), Markdown.html(section.text(), HIGHEST)))
                    .toList();
        }
    }
}
