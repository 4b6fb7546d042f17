package de.kreislaufstadt.workshop.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/** Makes the pages for people without account: plain HTML that needs no script, no cookie and no session. */
@Component
class PublicPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String LANGUAGE = "sprache";
    private static final String NOTED = "gespeichert";

    private final ITemplateEngine templates;
    private final MessageSource messages;

    PublicPages(ITemplateEngine templates, MessageSource messages) {
        this.templates = templates;
        this.messages = messages;
    }

    /** A page in one language, to which a controller adds what it shows. */
    final class Page {

        private final String template;
        private final Locale language;
        private final Map<String, Object> shown = new HashMap<>();

        private Page(String template, Locale language) {
            this.template = template;
            this.language = language;
            boolean german = Locale.GERMAN.equals(language);
            with("language", language.getLanguage());
            with("otherLanguage", german ? "en" : "de");
            with("otherLanguageName", german ? "English" : "Deutsch");
            with("problems", Map.of());
            with("noted", false);
        }

        Page with(String name, Object value) {
            shown.put(name, value);
            return this;
        }

        /** Adds the texts of the problems by field, which the page names above the form and at the fields. */
        Page problems(Map<String, String> keys, Object... arguments) {
            Map<String, String> texts = new LinkedHashMap<>();
            keys.forEach((field, key) -> texts.put(field, text(key, arguments)));
            return with("problems", texts);
        }

        String text(String key, Object... arguments) {
            return messages.getMessage(key, arguments, language);
        }

        /** @return e.g. Donnerstag, 14. Mai 2026 */
        String day(LocalDate day) {
            return DateTimeFormatter.ofPattern(
                            Locale.GERMAN.equals(language) ? "EEEE, d. MMMM uuuu" : "EEEE, d MMMM uuuu")
                    .withLocale(language)
                    .format(day);
        }

        ResponseEntity<String> answer(HttpStatus status) {
            String html = templates.process(
                    new TemplateSpec("invitation/" + template + ".html", TemplateMode.HTML),
                    new Context(language, shown));
            // Spring would name a file otherwise: it takes what follows the dot in a token for the ending of a
            // download.
            return ResponseEntity.status(status)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                    .contentType(HTML)
                    .body(html);
        }
    }

    Page page(String template, HttpServletRequest request) {
        return new Page(template, language(request)).with("noted", request.getParameter(NOTED) != null);
    }

    /**
     * What every link leads to that opens nothing: forged, expired, for another page, or about something that was deleted.
     * They are not told apart, and all are 404: 410 would say that there had been something.
     */
    ResponseEntity<String> nothing(HttpServletRequest request) {
        return page("nothing", request).answer(HttpStatus.NOT_FOUND);
    }

    /** Leads back to the page after a form was taken, so that loading it again sends nothing again. */
    ResponseEntity<String> noted(HttpServletRequest request) {
        // Relative, so that a token is not written anywhere but where it came from.
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        "Location",
                        request.getRequestURI() + "?" + NOTED + "&" + LANGUAGE + "="
                                + language(request).getLanguage())
                .build();
    }

    /** @return what the link asks for, else the first language of the browser that we speak, else German */
    private static Locale language(HttpServletRequest request) {
        List<Locale> spoken = List.of(Locale.GERMAN, Locale.ENGLISH);
        String asked = request.getParameter(LANGUAGE);
        if (asked != null) {
            return Locale.ENGLISH.getLanguage().equals(asked) ? Locale.ENGLISH : Locale.GERMAN;
        }
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Locale.GERMAN;
        }
        return Collections.list(request.getLocales()).stream()
                .map(locale -> Locale.forLanguageTag(locale.getLanguage()))
                .filter(spoken::contains)
                .findFirst()
                .orElse(Locale.GERMAN);
    }
}
