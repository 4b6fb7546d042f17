package de.kreislaufstadt.document;

import de.kreislaufstadt.document.Document.Version;
import de.kreislaufstadt.document.DocumentPages.Entry;
import de.kreislaufstadt.document.DocumentPages.Page;
import de.kreislaufstadt.document.Documents.Sent;
import de.kreislaufstadt.document.Standings.Seen;
import de.kreislaufstadt.process.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Documents over HTTP, below the web applications like our other pages. A file is the body of its request and is named by the
 * header {@code Content-Disposition}; addresses end up in logs, and a name may be personal.
 */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt")
class DocumentController {

    private final Standings standings;
    private final Documents documents;
    private final DocumentPages pages;
    private final ChunkTable chunks;
    private final Spool spool;
    private final Answers answers;

    DocumentController(
            Standings standings,
            Documents documents,
            DocumentPages pages,
            ChunkTable chunks,
            Spool spool,
            Answers answers) {
        this.standings = standings;
        this.documents = documents;
        this.pages = pages;
        this.chunks = chunks;
        this.spool = spool;
        this.answers = answers;
    }

    @GetMapping("/tasks/{taskId}/documents")
    Page ofTask(@PathVariable String taskId) {
        return pages.page(standings.atTask(taskId));
    }

    @GetMapping("/measures/{number}/documents")
    Page ofMeasure(@PathVariable String number) {
        return pages.page(standings.atMeasure(number));
    }

    @PostMapping("/tasks/{taskId}/documents")
    @ResponseStatus(HttpStatus.CREATED)
    Entry attachToTask(@PathVariable String taskId, @RequestParam DocumentKind kind, HttpServletRequest request)
            throws IOException {
        return attach(standings.atTask(taskId), kind, request);
    }

    @PostMapping("/measures/{number}/documents")
    @ResponseStatus(HttpStatus.CREATED)
    Entry attachToMeasure(@PathVariable String number, @RequestParam DocumentKind kind, HttpServletRequest request)
            throws IOException {
        return attach(standings.atMeasure(number), kind, request);
    }

    @PostMapping("/documents/{id}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    Entry renew(@PathVariable UUID id, @RequestParam(required = false) String task, HttpServletRequest request)
            throws IOException {
        Seen seen = kept(standings.atDocument(id, task));
        return pages.entry(documents.renew(seen, sent(request)), seen.standing());
    }

    @DeleteMapping("/documents/{id}")
    Entry delete(@PathVariable UUID id, @RequestParam(required = false) String task) {
        Seen seen = standings.atDocument(id, task);
        return pages.entry(documents.delete(seen), seen.standing());
    }

    @PostMapping("/documents/{id}/restore")
    Entry restore(@PathVariable UUID id, @RequestParam(required = false) String task) {
        Seen seen = standings.atDocument(id, task);
        return pages.entry(documents.restore(seen), seen.standing());
    }

    /** Always a download and never a page: nothing in a file may act in our name. */
    @GetMapping("/documents/{id}/versions/{number}")
    void download(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(required = false) String task,
            HttpServletResponse response)
            throws IOException {
        Seen seen = kept(standings.atDocument(id, task));
        Version version = seen.document().version(number);
        response.setContentType(version.mediaType());
        response.setContentLengthLong(version.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(version.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        chunks.send(seen.standing().municipality(), version, response.getOutputStream());
    }

    @ExceptionHandler(DocumentRefused.class)
    ResponseEntity<Answers.Problem> refused(DocumentRefused refused, HttpServletRequest request) {
        if (refused.status() != HttpStatus.UNAUTHORIZED) {
            takeTheRest(request);
        }
        return ResponseEntity.status(refused.status())
                .body(answers.problem(
                        "DocumentRefused",
                        refused.getMessage(),
                        Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                        refused.arguments()));
    }

    private void takeTheRest(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.CONTENT_DISPOSITION) != null) {
            try {
                spool.discard(request.getInputStream());
            } catch (IOException e) {
                // Whoever has gone needs no answer.
            }
        }
    }

    private Entry attach(Standing standing, DocumentKind kind, HttpServletRequest request) throws IOException {
        return pages.entry(documents.attach(standing, kind, sent(request)), standing);
    }

    /** A deleted document is gone for everything but restoring it. */
    private static Seen kept(Seen seen) {
        if (seen.document().isDeleted()) {
            throw DocumentRefused.notFound();
        }
        return seen;
    }

    private static Sent sent(HttpServletRequest request) throws IOException {
        return new Sent(nameIn(request), request.getContentLengthLong(), request.getInputStream());
    }

    private static String nameIn(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        if (header == null) {
            return null;
        }
        try {
            return ContentDisposition.parse(header).getFilename();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
