package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/** Makes public pages: plain HTML in the language of the address, for everybody the same. */
@Component
public class Pages {

    static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ITemplateEngine templates;
    private final Clock clock;
    private final String base;

    /** @param base address people reach the application under; empty where nobody has said it, then links are relative */
    Pages(ITemplateEngine templates, Clock clock, @Value("${kreislaufstadt.base-url:}") String base) {
        this.templates = templates;
        this.clock = clock;
        this.base = base.replaceAll("/+$", "");
    }

    /**
     * Begins a page.
     *
     * @param template name of a file below {@code templates/website}, without its ending
     * @param address of the page in German, with what of its query makes it what it is
     * @param municipality whose page it is; null for none
     */
    public Page page(String template, Locale language, String address, Municipality municipality) {
        return new Page(template, language, address, municipality);
    }

    /** What an address leads to that leads nowhere, for pages that other modules add. */
    public Body nothing(Locale language) {
        return page("nothing", language, "/", null)
                .with("status", HttpStatus.NOT_FOUND.value())
                .with("indexed", false)
                .body(HttpStatus.NOT_FOUND.value());
    }

    Words words() {
        return new Words(LocalDate.ofInstant(clock.instant(), Words.BERLIN));
    }

    /** @return the address as others have to call it; relative where the application has not been told its own */
    String absolute(String address) {
        return base + address;
    }

    /** A page to which a controller adds what it shows. */
    public final class Page {

        private final String template;
        private final Locale language;
        private final Map<String, Object> shown = new HashMap<>();

        private Page(String template, Locale language, String address, Municipality municipality) {
            this.template = template;
            this.language = language;
            Links links = new Links(municipality == null ? null : municipality.id(), language);
            with("language", language.getLanguage());
            with("municipality", municipality);
            with("links", links);
            with("words", words());
            with("languageLink", links.other(address));
            with("otherLanguage", Locale.ENGLISH.equals(language) ? "de" : "en");
            with("canonical", absolute(links.in(address)));
            with("german", absolute(address));
            with("english", absolute(new Links(null, Locale.ENGLISH).in(address)));
            with("absolute", !base.isEmpty());
            with("description", null);
            with("feed", null);
            with("preview", null);
            with("indexed", true);
            with("questions", false);
            with("approach", null);
            with("shared", null);
        }

        public Page with(String name, Object value) {
            shown.put(name, value);
            return this;
        }

        public Body body(int status) {
            return body(status, Map.of());
        }

        /** @param headers besides the language */
        Body body(int status, Map<String, String> headers) {
            Map<String, String> all = new HashMap<>(headers);
            all.put(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
            String html = ReadersLanguage.in(
                    language,
                    () -> templates.process(
                            new TemplateSpec("website/" + template + ".html", TemplateMode.HTML),
                            new Context(language, shown)));
            return new Body(status, HTML, html.getBytes(StandardCharsets.UTF_8), Map.copyOf(all));
        }
    }
}
