package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.question.Questions;
import de.kreislaufstadt.question.Questions.Answer;
import de.kreislaufstadt.question.Questions.Asked;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.website.Pages.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The form in which people ask about a measure. Nobody is recognised: what the form carries along is a mark that was signed when
 * it was shown, in place of a session and its cookie. A form is made for one reader and kept nowhere.
 */
@RestController
class QuestionController {

    /** Stands in the address of the page that thanks, which says nothing about who comes to it. */
    private static final String SENT = "gesendet";

    private final Site site;
    private final Measures measures;
    private final Pages pages;
    private final ObjectProvider<Questions> questions;

    QuestionController(Site site, Measures measures, Pages pages, ObjectProvider<Questions> questions) {
        this.site = site;
        this.measures = measures;
        this.pages = pages;
        this.questions = questions;
    }

    /** What somebody has typed; {@link #NOTHING} for a form that is shown for the first time. */
    private record Typed(String text, String mail) {
        static final Typed NOTHING = new Typed("", "");
    }

    @GetMapping(Routes.MEASURE + "/frage")
    ResponseEntity<byte[]> form(
            HttpServletRequest request, @PathVariable String municipality, @PathVariable String slug) {
        boolean sent = request.getParameterMap().containsKey(SENT);
        Links links = new Links(municipality, Language.of(request));
        return alone(
                request,
                municipality,
                taking -> city -> measures.found(
                        city,
                        slug,
                        links::question,
                        entry -> Optional.of(sent ? thanks(city, entry, links) : empty(taking, city, entry, links))));
    }

    /** A question is taken under every address that the measure once had: the form may have been open while it moved. */
    @PostMapping(Routes.MEASURE + "/frage")
    ResponseEntity<byte[]> ask(
            HttpServletRequest request, @PathVariable String municipality, @PathVariable String slug) {
        Links links = new Links(municipality, Language.of(request));
        return alone(
                request,
                municipality,
                taking ->
                        city -> measures.ever(city, slug).map(entry -> answered(taking, request, city, entry, links)));
    }

    private ResponseEntity<byte[]> alone(
            HttpServletRequest request,
            String municipality,
            Function<Questions, Function<Municipality, Optional<Body>>> making) {
        Questions taking = questions.getIfAvailable();
        return site.alone(
                request,
                municipality,
                city -> taking != null && taking.takes(city.id())
                        ? making.apply(taking).apply(city)
                        : Optional.empty());
    }

    private Body answered(Questions taking, HttpServletRequest request, Municipality city, Entry entry, Links links) {
        Typed typed = new Typed(parameter(request, "text"), parameter(request, "mail"));
        String mark = parameter(request, "mark");
        Answer answer = taking.ask(new Asked(
                city.id(),
                entry.content().number(),
                mark,
                typed.text(),
                typed.mail(),
                parameter(request, "betreff"),
                request.getRemoteAddr()));
        if (answer instanceof Answer.Taken) {
            String question = links.question(entry.slug());
            return Site.moved(HttpStatus.SEE_OTHER.value(), question + (question.contains("?") ? "&" : "?") + SENT);
        }
        if (answer instanceof Answer.Wrong wrong) {
            return sentBack(HttpStatus.BAD_REQUEST, mark, typed, city, entry, links)
                    .with("problems", wrong.problems())
                    .body(HttpStatus.BAD_REQUEST.value());
        }
        if (answer instanceof Answer.TooMany tooMany) {
            Page page = sentBack(HttpStatus.TOO_MANY_REQUESTS, mark, typed, city, entry, links);
            return page.with("minutes", begun(tooMany.seconds(), Duration.ofMinutes(1)))
                    .with("hours", begun(tooMany.seconds(), Duration.ofHours(1)))
                    .body(
                            HttpStatus.TOO_MANY_REQUESTS.value(),
                            Map.of(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds())));
        }
        String anew = taking.mark(city.id(), entry.content().number());
        return sentBack(HttpStatus.CONFLICT, anew, typed, city, entry, links).body(HttpStatus.CONFLICT.value());
    }

    private static long begun(long seconds, Duration unit) {
        return (seconds + unit.toSeconds() - 1) / unit.toSeconds();
    }

    private Body empty(Questions taking, Municipality city, Entry entry, Links links) {
        String mark = taking.mark(city.id(), entry.content().number());
        return form(HttpStatus.OK, mark, Typed.NOTHING, city, entry, links).body(HttpStatus.OK.value());
    }

    /** The other language would have to be asked for without what was typed. */
    private Page sentBack(HttpStatus status, String mark, Typed typed, Municipality city, Entry entry, Links links) {
        return form(status, mark, typed, city, entry, links).with("languageLink", null);
    }

    private Page form(HttpStatus status, String mark, Typed typed, Municipality city, Entry entry, Links links) {
        return page("question", city, entry, links)
                .with("status", status.value())
                .with("mark", mark)
                .with("text", typed.text())
                .with("mail", typed.mail())
                .with("problems", Map.of());
    }

    private Body thanks(Municipality city, Entry entry, Links links) {
        return page("thanks", city, entry, links).body(HttpStatus.OK.value());
    }

    private Page page(String template, Municipality city, Entry entry, Links links) {
        return pages.page(template, links.language(), PublicAddresses.question(city.id(), entry.slug()), city)
                .with("measure", entry.content())
                .with("slug", entry.slug())
                .with("indexed", false);
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
