package de.kreislaufstadt.steering;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.steering.BatchDesk.Report;
import de.kreislaufstadt.steering.Selection.Order;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the page of batches asks and does. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/steering/batches")
class BatchController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final BatchDesk desk;
    private final BatchFile file;
    private final Answers answers;

    BatchController(BatchDesk desk, BatchFile file, Answers answers) {
        this.desk = desk;
        this.file = file;
        this.answers = answers;
    }

    /** How far a batch is, and what has become of its items, in the reader's language. */
    record View(Batch batch, List<Line> items) {}

    /**
     * @param state {@code OPEN}, {@code DONE}, {@code REFUSED} or {@code LEFT_OUT}; of a trial {@code POSSIBLE} or {@code REFUSED}
     * @param why why it was refused, or how it goes on; absent where there is nothing to say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String number, String label, String state, String why) {}

    @GetMapping
    BatchDesk.Page latest() {
        return desk.latest();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> begin(@RequestBody Order order) {
        return Map.of("id", desk.begin(order));
    }

    /** What would become of each item; nothing does. */
    @PostMapping("/trial")
    List<Line> attempt(@RequestBody Order order, HttpServletRequest request) {
        return lines(desk.attempt(order), locale(request));
    }

    @GetMapping("/{id}")
    View report(@PathVariable UUID id, HttpServletRequest request) {
        return view(desk.report(id), locale(request));
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id) {
        desk.cancel(id);
    }

    /** The same as a table for a spreadsheet. */
    @GetMapping("/{id}/report")
    ResponseEntity<byte[]> download(@PathVariable UUID id, HttpServletRequest request) {
        Locale locale = locale(request);
        View view = view(desk.report(id), locale);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("eingriffe-" + id + ".csv")
                                .build()
                                .toString())
                .body(file.of(view.items(), locale));
    }

    private View view(Report report, Locale locale) {
        return new View(report.batch(), lines(report.items(), locale));
    }

    private List<Line> lines(List<Item> items, Locale locale) {
        return items.stream()
                .map(item -> new Line(item.number(), item.label(), item.state(), why(item, locale)))
                .toList();
    }

    private String why(Item item, Locale locale) {
        return item.problem() == null
                ? null
                : answers.problem("", item.problem(), locale, item.values().toArray())
                        .message();
    }

    private static Locale locale(HttpServletRequest request) {
        return Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
