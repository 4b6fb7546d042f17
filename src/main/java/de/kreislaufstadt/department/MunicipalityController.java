package de.kreislaufstadt.department;

import de.kreislaufstadt.department.FileComparison.Change;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.web.AdministrationTab;
import de.kreislaufstadt.process.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What the tab Kommunen of the page Verwaltung asks. Who may is decided before, see {@link MunicipalitiesTab}. */
@RestController
@RequestMapping(AdministrationTab.ROOT + "/" + MunicipalitiesTab.KEY)
class MunicipalityController {

    /** Several hundred departments and people fit in easily. */
    private static final int LONGEST_FILE = 500_000;

    private final MunicipalityDesk desk;
    private final MunicipalityDeletion deletion;
    private final Visitors visitors;
    private final Answers answers;

    MunicipalityController(MunicipalityDesk desk, MunicipalityDeletion deletion, Visitors visitors, Answers answers) {
        this.desk = desk;
        this.deletion = deletion;
        this.visitors = visitors;
        this.answers = answers;
    }

    /** @param base version the text was made from; null where the municipality is new */
    record Text(String content, Integer base) {}

    /** @param lastDay null takes an end back */
    record End(LocalDate lastDay) {}

    /** @param line from 1 on */
    record Wrong(String field, int line, String message) {}

    record Refused(String type, String message, List<Wrong> errors) {}

    @GetMapping
    List<MunicipalityDesk.Row> all() {
        return desk.all();
    }

    /** @return a file to begin with */
    @GetMapping("/template")
    Text template() throws IOException {
        try (InputStream template = getClass().getResourceAsStream("/reference/municipality.yaml")) {
            return new Text(new String(template.readAllBytes(), StandardCharsets.UTF_8), null);
        }
    }

    @GetMapping("/{id}")
    MunicipalityDesk.Page one(@PathVariable String id) {
        return desk.page(id);
    }

    @GetMapping("/{id}/file")
    ResponseEntity<String> file(@PathVariable String id) {
        String file = desk.file(id);
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".yaml")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(file);
    }

    @GetMapping("/{id}/versions/{number}")
    List<Change> changes(@PathVariable String id, @PathVariable int number) {
        return desk.changesOf(id, number);
    }

    /** Changes nothing: says what applying would do. */
    @PostMapping("/plan")
    ResponseEntity<?> plan(@RequestBody Text text, HttpServletRequest request) {
        return withFile(text, request, () -> desk.plan(text.content()));
    }

    @PostMapping
    ResponseEntity<?> apply(@RequestBody Text text, HttpServletRequest request) {
        return withFile(text, request, () -> Map.of("number", desk.apply(text.content(), text.base(), who())));
    }

    @PostMapping("/{id}/versions/{number}/restore")
    Map<String, Integer> restore(@PathVariable String id, @PathVariable int number) {
        return Map.of("number", desk.restore(id, number, who()));
    }

    @PostMapping("/{id}/end")
    Map<String, Integer> end(@PathVariable String id, @RequestBody End end) {
        return Map.of("number", desk.end(id, end.lastDay(), who()));
    }

    /** @param confirm the id once more, since nothing brings the data back */
    @DeleteMapping("/{id}")
    Map<String, Integer> delete(@PathVariable String id, @RequestParam(required = false) String confirm) {
        return Map.of("rows", deletion.delete(id, confirm));
    }

    private interface Work {
        Object run();
    }

    private ResponseEntity<?> withFile(Text text, HttpServletRequest request, Work work) {
        if (text.content() == null || text.content().length() > LONGEST_FILE) {
            return problem(HttpStatus.BAD_REQUEST, "municipality.fileSize", request, LONGEST_FILE / 1000);
        }
        try {
            return ResponseEntity.ok(work.run());
        } catch (MunicipalityFileRefused refused) {
            return wrong(refused, text.content());
        }
    }

    @ExceptionHandler(MunicipalityFileRefused.class)
    ResponseEntity<?> refused(MunicipalityFileRefused refused) {
        return wrong(refused, "");
    }

    private static ResponseEntity<?> wrong(MunicipalityFileRefused refused, String text) {
        Wrong wrong = new Wrong(refused.place(), PlacesInFile.line(text, refused.place()), refused.reason());
        return ResponseEntity.badRequest()
                .body(new Refused("MunicipalityFileRefused", refused.getMessage(), List.of(wrong)));
    }

    @ExceptionHandler(MunicipalityRefused.class)
    ResponseEntity<?> refused(MunicipalityRefused refused, HttpServletRequest request) {
        return problem(refused.status(), refused.getMessage(), request, refused.arguments());
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<?> unreadable(HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "process.badRequest", request);
    }

    private ResponseEntity<?> problem(
            HttpStatus status, String messageKey, HttpServletRequest request, Object... arguments) {
        Locale locale = Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return ResponseEntity.status(status).body(answers.problem(status.name(), messageKey, locale, arguments));
    }

    private String who() {
        // The guard of the page has asked already; whoever comes here is signed in.
        return visitors.current().map(Login::user).orElseThrow();
    }
}
