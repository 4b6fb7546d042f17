package de.kreislaufstadt.workshop.page;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.workshop.answer.ObjectionDesk;
import de.kreislaufstadt.workshop.answer.PageInput;
import de.kreislaufstadt.workshop.link.Link;
import de.kreislaufstadt.workshop.link.LinkPurpose;
import de.kreislaufstadt.workshop.link.LinkTokens;
import de.kreislaufstadt.workshop.record.AgendaTable;
import de.kreislaufstadt.workshop.record.MinutesEntry;
import de.kreislaufstadt.workshop.record.MinutesTable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page on which invited people read the checked minutes and object to them. Minutes name bodies, not people. */
@RestController
@RequestMapping("/protokoll/{token}")
class MinutesPage {

    private static final int LONGEST = 2000;

    private final LinkTokens tokens;
    private final ObjectionDesk desk;
    private final MinutesTable minutes;
    private final AgendaTable agendas;
    private final WorkshopFacts facts;
    private final PublicPages pages;

    MinutesPage(
            LinkTokens tokens,
            ObjectionDesk desk,
            MinutesTable minutes,
            AgendaTable agendas,
            WorkshopFacts facts,
            PublicPages pages) {
        this.tokens = tokens;
        this.desk = desk;
        this.minutes = minutes;
        this.agendas = agendas;
        this.facts = facts;
        this.pages = pages;
    }

    /** An item of the agenda with what the minutes say about it. */
    record Item(String title, List<Entry> entries) {}

    /** @param kind message key of what kind of entry it is */
    record Entry(String kind, String text, String responsible, String due) {}

    @GetMapping
    ResponseEntity<String> show(@PathVariable String token, HttpServletRequest request) {
        return tokens.read(LinkPurpose.OBJECTION, token)
                .flatMap(link -> desk.find(link)
                        .map(place -> page(request, link, place, "", "").answer(HttpStatus.OK)))
                .orElseGet(() -> pages.nothing(request));
    }

    @PostMapping
    ResponseEntity<String> object(@PathVariable String token, HttpServletRequest request) {
        return tokens.read(LinkPurpose.OBJECTION, token)
                .flatMap(link -> desk.find(link).flatMap(place -> object(request, link, place)))
                .orElseGet(() -> pages.nothing(request));
    }

    private Optional<ResponseEntity<String>> object(HttpServletRequest request, Link link, ObjectionDesk.Place place) {
        String item = PageInput.text(request.getParameter("item"));
        String text = PageInput.text(request.getParameter("text")).replace("\r\n", "\n");
        Map<String, String> problems = problems(link, item, text);
        if (place.open() && !problems.isEmpty()) {
            return Optional.of(page(request, link, place, item, text)
                    .problems(problems, LONGEST)
                    .answer(HttpStatus.UNPROCESSABLE_ENTITY));
        }
        return desk.object(link, item.isEmpty() ? null : item, text)
                .map(taken -> taken
                        ? pages.noted(request)
                        : page(request, link, desk.find(link).orElse(place), item, text)
                                .with("refused", true)
                                .answer(HttpStatus.CONFLICT));
    }

    private Map<String, String> problems(Link link, String item, String text) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!item.isEmpty()
                && agendas.options(link.municipality(), link.workshop()).stream()
                        .noneMatch(option -> option.value().equals(item))) {
            problems.put("item", "minutes.item.unknown");
        }
        if (text.isEmpty()) {
            problems.put("text", "minutes.text.missing");
        } else {
            PageInput.lines(text, LONGEST, "minutes.text").ifPresent(problem -> problems.put("text", problem));
        }
        return problems;
    }

    private PublicPages.Page page(
            HttpServletRequest request, Link link, ObjectionDesk.Place place, String item, String text) {
        PublicPages.Page page = facts.show(pages.page("minutes", request), link.municipality(), place.workshop());
        List<Option> agenda = agendas.options(link.municipality(), link.workshop());
        boolean readable = place.minutes() != null && place.minutes().checked();
        page.with("readable", readable)
                .with("open", place.open())
                .with("full", place.own().size() >= ObjectionDesk.MOST)
                .with("own", place.own())
                .with("agenda", agenda)
                .with("item", item)
                .with("text", text)
                .with("refused", false);
        if (readable) {
            page.with("summary", place.minutes().summary())
                    .with("objectionsUntil", page.day(place.minutes().objectionsUntil()))
                    .with("items", items(page, agenda, minutes.entries(link.municipality(), link.workshop())));
        }
        return page;
    }

    private static List<Item> items(PublicPages.Page page, List<Option> agenda, List<MinutesEntry> entries) {
        return IntStream.range(0, agenda.size())
                .mapToObj(i -> new Item(
                        agenda.get(i).label(),
                        entries.stream()
                                .filter(entry ->
                                        entry.agendaItem().equals(agenda.get(i).value()))
                                .map(entry -> new Entry(
                                        "minutes.kind." + entry.kind(),
                                        entry.text(),
                                        entry.responsible(),
                                        entry.due() == null ? null : page.day(entry.due())))
                                .toList()))
                .filter(item -> !item.entries().isEmpty())
                .toList();
    }
}
