package de.kreislaufstadt.process.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.CompletedMeanwhile;
import de.kreislaufstadt.process.engine.draft.DraftDesk;
import de.kreislaufstadt.process.engine.draft.DraftDesk.DraftChanged;
import de.kreislaufstadt.process.engine.draft.DraftDesk.KeptDraft;
import de.kreislaufstadt.process.engine.draft.DraftDesk.NoSuchTask;
import de.kreislaufstadt.process.engine.draft.DraftShelf;
import de.kreislaufstadt.process.engine.draft.DraftShelf.Comparison;
import de.kreislaufstadt.process.engine.draft.DraftShelf.Entry;
import de.kreislaufstadt.process.engine.people.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of forms, saved by the form itself while somebody types. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt")
class DraftController {

    /** Several times our longest form; keeps one request from filling the memory. */
    static final int MAX_BYTES = 512 * 1024;

    private final DraftDesk desk;
    private final DraftShelf shelf;
    private final Answers answers;
    private final ObjectMapper json;

    DraftController(DraftDesk desk, DraftShelf shelf, Answers answers, ObjectMapper json) {
        this.desk = desk;
        this.shelf = shelf;
        this.answers = answers;
        this.json = json;
    }

    /** Body of an answer to who changes a draft that has changed meanwhile: both contents, so that nothing is lost. */
    record Conflict(String type, String message, KeptDraft saved, JsonNode sent) {}

    @GetMapping("/form/task/{taskId}/draft")
    ResponseEntity<KeptDraft> ofTask(@PathVariable String taskId) {
        return orNothing(desk.ofTask(taskId, signedIn()));
    }

    @PutMapping("/form/task/{taskId}/draft")
    ResponseEntity<?> saveTask(@PathVariable String taskId, HttpServletRequest request) throws IOException {
        Login who = signedIn();
        Sent sent = read(request);
        return save(sent, request, () -> desk.saveTask(taskId, sent.data(), sent.version(), who));
    }

    @DeleteMapping("/form/task/{taskId}/draft")
    ResponseEntity<?> discardTask(@PathVariable String taskId, @RequestParam long version, HttpServletRequest request) {
        Login who = signedIn();
        return discard(request, () -> desk.discardTask(taskId, version, who));
    }

    @GetMapping("/form/start/{processKey}/draft")
    ResponseEntity<KeptDraft> ofStart(@PathVariable String processKey) {
        return orNothing(desk.ofStart(processKey, signedIn()));
    }

    @PutMapping("/form/start/{processKey}/draft")
    ResponseEntity<?> saveStart(@PathVariable String processKey, HttpServletRequest request) throws IOException {
        Login who = signedIn();
        Sent sent = read(request);
        return save(sent, request, () -> desk.saveStart(processKey, sent.data(), sent.version(), who));
    }

    @DeleteMapping("/form/start/{processKey}/draft")
    ResponseEntity<?> discardStart(
            @PathVariable String processKey, @RequestParam long version, HttpServletRequest request) {
        Login who = signedIn();
        return discard(request, () -> desk.discardStart(processKey, version, who));
    }

    @GetMapping("/drafts")
    List<Entry> mine() {
        return shelf.all(signedIn());
    }

    @GetMapping("/drafts/{taskId}")
    Comparison compare(@PathVariable String taskId) {
        return shelf.compare(taskId, signedIn()).orElseThrow(NoSuchDraft::new);
    }

    @ExceptionHandler(NoSuchDraft.class)
    ResponseEntity<Answers.Problem> noDraft(HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "draft.none", request);
    }

    @ExceptionHandler(NotSignedIn.class)
    ResponseEntity<Answers.Problem> notSignedIn(HttpServletRequest request) {
        return problem(HttpStatus.UNAUTHORIZED, "process.unauthenticated", request);
    }

    @ExceptionHandler(NoSuchTask.class)
    ResponseEntity<Answers.Problem> gone(HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "process.taskGone", request);
    }

    @ExceptionHandler(CompletedMeanwhile.class)
    ResponseEntity<Answers.Problem> completed(CompletedMeanwhile completed, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.GONE).body(answers.completed(completed, locale(request)));
    }

    @ExceptionHandler(FormRefused.class)
    ResponseEntity<Answers.Refusal> refused(FormRefused refused, HttpServletRequest request) {
        return ResponseEntity.badRequest().body(answers.refusal(refused, locale(request)));
    }

    @ExceptionHandler(NotReadable.class)
    ResponseEntity<Answers.Problem> notReadable(HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "process.badRequest", request);
    }

    @ExceptionHandler(TooLarge.class)
    ResponseEntity<Answers.Problem> tooLarge(HttpServletRequest request) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, "draft.tooLarge", request);
    }

    private ResponseEntity<?> save(Sent sent, HttpServletRequest request, Work<KeptDraft> work) {
        try {
            return ResponseEntity.ok(work.run());
        } catch (DraftChanged changed) {
            return conflict(changed, sent.data(), request);
        }
    }

    private ResponseEntity<?> discard(HttpServletRequest request, Runnable work) {
        try {
            work.run();
            return ResponseEntity.noContent().build();
        } catch (DraftChanged changed) {
            return conflict(changed, null, request);
        }
    }

    private ResponseEntity<?> conflict(DraftChanged changed, JsonNode sent, HttpServletRequest request) {
        String words = answers.problem("DraftChanged", "draft.changed", locale(request))
                .message();
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(new Conflict("DraftChanged", words, changed.saved(), sent));
    }

    private Sent read(HttpServletRequest request) throws IOException {
        try (InputStream body = request.getInputStream()) {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new TooLarge();
            }
            JsonNode content = json.readTree(bytes);
            JsonNode version = content == null ? null : content.get("version");
            if (version == null || !version.isIntegralNumber() || !content.has("data")) {
                throw new NotReadable();
            }
            return new Sent(version.longValue(), content.get("data"));
        } catch (JsonProcessingException e) {
            throw new NotReadable();
        }
    }

    private ResponseEntity<Answers.Problem> problem(HttpStatus status, String messageKey, HttpServletRequest request) {
        Object[] arguments = {MAX_BYTES / 1024};
        return ResponseEntity.status(status)
                .body(answers.problem(status.name(), messageKey, locale(request), arguments));
    }

    private static Locale locale(HttpServletRequest request) {
        return Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static ResponseEntity<KeptDraft> orNothing(Optional<KeptDraft> draft) {
        return draft.map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static Login signedIn() {
        return SignedIn.current().orElseThrow(NotSignedIn::new);
    }

    private record Sent(long version, JsonNode data) {}

    private interface Work<T> {
        T run();
    }

    private static final class NotSignedIn extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class NoSuchDraft extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class NotReadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
