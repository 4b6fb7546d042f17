package de.kreislaufstadt.association.exchange;

import de.kreislaufstadt.association.Member;
import de.kreislaufstadt.association.exchange.SharedContent.Kind;
import de.kreislaufstadt.association.exchange.SharedTable.Search;
import de.kreislaufstadt.association.exchange.SharedTable.Shared;
import de.kreislaufstadt.association.exchange.Sight.Seen;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.StorableText;
import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.ModelComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the view Verbund asks and does about knowledge items and starter projects. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/exchange/shared")
class SharingController {

    private static final int LONGEST = 100;

    private final SharedTable table;
    private final SharingDesk sharing;
    private final TakeOverDesk takeOver;
    private final Reader reader;

    SharingController(SharedTable table, SharingDesk sharing, TakeOverDesk takeOver, Reader reader) {
        this.table = table;
        this.sharing = sharing;
        this.takeOver = takeOver;
        this.reader = reader;
    }

    /**
     * @param from name of the municipality
     * @param own whether it is the reader's
     */
    record Line(UUID id, Kind kind, String from, boolean own, SharedContent content, Instant sharedAt) {}

    /** @param confirmed whether what reads like a name is none */
    record ToShare(String kind, UUID item, boolean confirmed) {}

    @GetMapping
    List<Line> search(
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String component,
            @RequestParam(required = false) String field,
            @RequestParam(required = false) String words) {
        Seen seen = reader.seen();
        Map<String, String> names = seen.members().stream()
                .collect(Collectors.toMap(Member::municipality, Member::name, (one, other) -> one));
        Search search = new Search(
                MatrixController.choice("kind", kind, Kind.class),
                MatrixController.choice("component", component, ModelComponent.class),
                MatrixController.choice("field", field, CircularField.class),
                words(words));
        return table.find(seen.cities(), search).stream()
                .map(one -> line(one, names, seen))
                .toList();
    }

    @GetMapping("/own")
    List<SharingDesk.Own> own() {
        return sharing.own(reader.seen(), reader.login());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> share(@RequestBody ToShare wanted) {
        Kind kind = MatrixController.choice("kind", wanted.kind(), Kind.class);
        if (kind == null) {
            throw FormRefused.at("kind", "association.exchange.unknown");
        }
        if (wanted.item() == null) {
            throw FormRefused.at("item", "association.exchange.unknown");
        }
        return Map.of("id", sharing.share(reader.seen(), kind, wanted.item(), wanted.confirmed(), reader.login()));
    }

    @PostMapping("/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id) {
        sharing.withdraw(reader.seen(), id, reader.login());
    }

    @GetMapping("/{id}/targets")
    List<TakeOverDesk.Target> targets(@PathVariable UUID id) {
        return takeOver.targets(reader.seen(), id, reader.login());
    }

    @PostMapping("/{id}/take")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable UUID id, @RequestBody TakeOverDesk.Wanted wanted) {
        takeOver.take(reader.seen(), id, wanted, reader.login());
    }

    private static Line line(Shared shared, Map<String, String> names, Seen seen) {
        return new Line(
                shared.id(),
                shared.kind(),
                names.get(shared.municipality()),
                shared.municipality().equals(seen.own()),
                shared.content(),
                shared.sharedAt());
    }

    private static String words(String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        if (words.length() > LONGEST || !words.codePoints().allMatch(StorableText::takes)) {
            throw FormRefused.at("words", "association.exchange.unknown");
        }
        return words.strip();
    }
}
