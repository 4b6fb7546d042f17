package de.kreislaufstadt.workshop.page;

import de.kreislaufstadt.workshop.answer.AnswerDesk;
import de.kreislaufstadt.workshop.answer.OnlineAnswer;
import de.kreislaufstadt.workshop.answer.Registration;
import de.kreislaufstadt.workshop.link.Link;
import de.kreislaufstadt.workshop.link.LinkPurpose;
import de.kreislaufstadt.workshop.link.LinkTokens;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.Workshop;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page on which an invited person answers. Who holds the link may see it and answer; nobody signs in. */
@RestController
@RequestMapping("/einladung/{token}")
class AnswerPage {

    private final LinkTokens tokens;
    private final AnswerDesk desk;
    private final WorkshopFacts facts;
    private final PublicPages pages;

    AnswerPage(LinkTokens tokens, AnswerDesk desk, WorkshopFacts facts, PublicPages pages) {
        this.tokens = tokens;
        this.desk = desk;
        this.facts = facts;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<String> show(@PathVariable String token, HttpServletRequest request) {
        return tokens.read(LinkPurpose.ANSWER, token)
                .flatMap(link -> desk.find(link)
                        .map(place -> page(request, link, place, OnlineAnswer.of(place.seat()))
                                .answer(HttpStatus.OK)))
                .orElseGet(() -> pages.nothing(request));
    }

    @PostMapping
    ResponseEntity<String> answer(@PathVariable String token, HttpServletRequest request) {
        OnlineAnswer given = OnlineAnswer.of(
                request.getParameter("choice"), request.getParameter("substitute"), request.getParameter("assistance"));
        return tokens.read(LinkPurpose.ANSWER, token)
                .flatMap(link -> desk.find(link).flatMap(place -> answer(request, link, place, given)))
                .orElseGet(() -> pages.nothing(request));
    }

    private Optional<ResponseEntity<String>> answer(
            HttpServletRequest request, Link link, AnswerDesk.Place place, OnlineAnswer given) {
        Map<String, String> problems = given.problems();
        if (place.registration() == Registration.OPEN && !problems.isEmpty()) {
            return Optional.of(page(request, link, place, given)
                    .problems(problems, OnlineAnswer.LONGEST_NAME)
                    .answer(HttpStatus.UNPROCESSABLE_ENTITY));
        }
        return desk.answer(link, given)
                .map(now -> now.taken()
                        ? pages.noted(request)
                        : page(request, link, now, OnlineAnswer.of(now.seat()))
                                .with("refused", true)
                                .answer(HttpStatus.CONFLICT));
    }

    private PublicPages.Page page(HttpServletRequest request, Link link, AnswerDesk.Place place, OnlineAnswer offered) {
        Workshop workshop = place.workshop();
        Invitation seat = place.seat();
        return facts.show(pages.page("answer", request), link.municipality(), workshop)
                .with("organisation", seat.organisation())
                .with("agenda", facts.agenda(link.municipality(), workshop))
                .with("registration", place.registration().name())
                .with("mayWithdraw", Registration.mayWithdraw(seat))
                .with("answer", seat.answer().name())
                .with("substituteNoted", seat.substitute())
                .with("assistanceNoted", seat.assistance())
                .with("choice", offered.choice() == null ? "" : offered.choice().name())
                .with("substitute", offered.substitute())
                .with("assistance", offered.assistance())
                .with("refused", false);
    }
}
