package de.kreislaufstadt.process.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.task.PreviewDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of forms that are being filled. Asked with POST since the form's content belongs into no address; writes nothing. */
@RestController
class PreviewController {

    private final PreviewDesk desk;
    private final Answers answers;
    private final ObjectMapper json;

    PreviewController(PreviewDesk desk, Answers answers, ObjectMapper json) {
        this.desk = desk;
        this.answers = answers;
        this.json = json;
    }

    @PostMapping("/camunda/api/kreislaufstadt/form/task/{taskId}/preview")
    ResponseEntity<?> preview(@PathVariable String taskId, HttpServletRequest request) throws IOException {
        Locale locale = Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Optional<Login> who = SignedIn.current();
        if (who.isEmpty()) {
            return problem(HttpStatus.UNAUTHORIZED, "process.unauthenticated", locale);
        }
        try (InputStream body = request.getInputStream()) {
            byte[] bytes = body.readNBytes(DraftController.MAX_BYTES + 1);
            if (bytes.length > DraftController.MAX_BYTES) {
                return problem(HttpStatus.PAYLOAD_TOO_LARGE, "process.badRequest", locale);
            }
            JsonNode data = json.readTree(bytes);
            return ReadersLanguage.in(locale, () -> desk.of(taskId, data, who.get()))
                    .<ResponseEntity<?>>map(ResponseEntity::ok)
                    .orElseGet(() -> problem(HttpStatus.NOT_FOUND, "process.taskGone", locale));
        } catch (JsonProcessingException e) {
            return problem(HttpStatus.BAD_REQUEST, "process.badRequest", locale);
        } catch (FormRefused refused) {
            return ResponseEntity.badRequest().body(answers.refusal(refused, locale));
        }
    }

    private ResponseEntity<?> problem(HttpStatus status, String messageKey, Locale locale) {
        return ResponseEntity.status(status).body(answers.problem(status.name(), messageKey, locale));
    }
}
