package de.kreislaufstadt.security;

import de.kreislaufstadt.process.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/** Makes the pages round signing in: plain HTML in the reader's language that needs no script. */
@Component
public class OwnPages {

    private static final String LANGUAGE = "sprache";
    private static final int LONGEST_NAME = 64;

    private final ITemplateEngine templates;
    private final MessageSource messages;

    OwnPages(ITemplateEngine templates, MessageSource messages) {
        this.templates = templates;
        this.messages = messages;
    }

    /** A page to which a controller adds what it shows. */
    public final class Page {

        private final String template;
        private final Locale language;
        private final Map<String, Object> shown = new HashMap<>();

        private Page(String template, HttpServletRequest request) {
            this.template = template;
            this.language = language(request);
            boolean german = Locale.GERMAN.equals(language);
            with("language", language.getLanguage());
            with("otherLanguage", german ? "en" : "de");
            with("otherLanguageName", german ? "English" : "Deutsch");
            with("problem", null);
            with("typedName", typedName(request));
            String goal = Goal.of(request.getParameter(Goal.PARAMETER));
            with("goal", goal);
            with("languageLink", "?" + LANGUAGE + "=" + (german ? "en" : "de") + "&" + Goal.asParameter(goal));
            CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
            with("token", token == null ? null : token.getToken());
            with("tokenName", token == null ? null : token.getParameterName());
        }

        public Page with(String name, Object value) {
            shown.put(name, value);
            return this;
        }

        /** Says above the form what was wrong; the title of the page begins with it, too. */
        public Page problem(String messageKey, Object... arguments) {
            return with("problem", messages.getMessage(messageKey, arguments, language));
        }

        /** Writes the page; browsers keep none of these. */
        public void answer(HttpStatus status, HttpServletResponse response) throws IOException {
            String html = templates.process(
                    new TemplateSpec("signin/" + template + ".html", TemplateMode.HTML), new Context(language, shown));
            response.setStatus(status.value());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(html);
        }
    }

    /** @param template name of a file below {@code templates/signin}, without its ending */
    public Page page(String template, HttpServletRequest request) {
        return new Page(template, request);
    }

    /** Only what was sent with a form: a link must not be able to fill the page in. */
    private static String typedName(HttpServletRequest request) {
        String name = "POST".equals(request.getMethod()) ? request.getParameter("name") : null;
        return name == null || name.isBlank() || name.length() > LONGEST_NAME ? null : name;
    }

    private static Locale language(HttpServletRequest request) {
        String asked = request.getParameter(LANGUAGE);
        return asked == null
                ? Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                : Locale.ENGLISH.getLanguage().equals(asked) ? Locale.ENGLISH : Locale.GERMAN;
    }
}
