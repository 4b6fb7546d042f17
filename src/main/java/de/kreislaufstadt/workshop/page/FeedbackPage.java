package de.kreislaufstadt.workshop.page;

import de.kreislaufstadt.workshop.answer.Feedback;
import de.kreislaufstadt.workshop.answer.FeedbackDesk;
import de.kreislaufstadt.workshop.link.Link;
import de.kreislaufstadt.workshop.link.LinkPurpose;
import de.kreislaufstadt.workshop.link.LinkTokens;
import de.kreislaufstadt.workshop.record.EvaluationForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page for anonymous feedback. Its link is the same for everybody who took part, and nothing tells who uses it. */
@RestController
@RequestMapping("/rueckmeldung/{token}")
class FeedbackPage {

    private final LinkTokens tokens;
    private final FeedbackDesk desk;
    private final WorkshopFacts facts;
    private final PublicPages pages;

    FeedbackPage(LinkTokens tokens, FeedbackDesk desk, WorkshopFacts facts, PublicPages pages) {
        this.tokens = tokens;
        this.desk = desk;
        this.facts = facts;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<String> show(@PathVariable String token, HttpServletRequest request) {
        return link(token)
                .map(link -> page(request, link, desk.find(link), Feedback.of(field -> null))
                        .answer(HttpStatus.OK))
                .orElseGet(() -> pages.nothing(request));
    }

    @PostMapping
    ResponseEntity<String> send(@PathVariable String token, HttpServletRequest request) {
        Feedback given = Feedback.of(request::getParameter);
        return link(token).map(link -> send(request, link, given)).orElseGet(() -> pages.nothing(request));
    }

    private ResponseEntity<String> send(HttpServletRequest request, Link link, Feedback given) {
        Map<String, String> problems = given.problems();
        if (!problems.isEmpty()) {
            return page(request, link, desk.find(link), given)
                    .problems(problems, Feedback.LONGEST)
                    .answer(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        FeedbackDesk.Place place = desk.take(link, given);
        return place.stand() == FeedbackDesk.Stand.OPEN
                ? pages.noted(request)
                : page(request, link, place, given).answer(HttpStatus.CONFLICT);
    }

    private Optional<Link> link(String token) {
        return tokens.read(LinkPurpose.EVALUATION, token);
    }

    private PublicPages.Page page(HttpServletRequest request, Link link, FeedbackDesk.Place place, Feedback given) {
        return facts.show(pages.page("feedback", request), link.municipality(), place.workshop())
                .with("stand", place.stand().name())
                .with("aspects", aspects(given))
                .with("choices", Feedback.Mark.values())
                .with("again", given.again() == null ? "" : given.again().name())
                .with("strengths", given.strengths())
                .with("improvements", given.improvements());
    }

    private static List<Marked> aspects(Feedback given) {
        return Arrays.stream(EvaluationForm.Aspect.values())
                .map(aspect -> new Marked(
                        aspect.name(),
                        Optional.ofNullable(given.marks().get(aspect))
                                .map(Feedback.Mark::name)
                                .orElse("")))
                .toList();
    }

    /** An aspect with the mark chosen for it, empty for none. */
    record Marked(String name, String mark) {}
}
