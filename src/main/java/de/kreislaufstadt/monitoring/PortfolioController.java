package de.kreislaufstadt.monitoring;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.monitoring.Portfolio.Page;
import de.kreislaufstadt.monitoring.PortfolioChoices.Choices;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The portfolio over HTTP, below the web applications like our other pages. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/portfolio")
class PortfolioController {

    private static final String FORM = "monitoring";

    private final Portfolio portfolio;
    private final PortfolioChoices choices;
    private final Visitors visitors;
    private final Answers answers;
    private final Texts texts = Texts.of("monitoring");

    PortfolioController(Portfolio portfolio, PortfolioChoices choices, Visitors visitors, Answers answers) {
        this.portfolio = portfolio;
        this.choices = choices;
        this.visitors = visitors;
        this.answers = answers;
    }

    @GetMapping
    Page page(@RequestParam Map<String, String> parameters) {
        return portfolio.page(signedIn(), Asked.of(parameters));
    }

    @GetMapping("/choices")
    Choices choices() {
        return choices.of(signedIn());
    }

    @GetMapping("/export.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        export(parameters, response, Sheet.CSV, "csv", Sheet::csv);
    }

    @GetMapping("/export.xlsx")
    void xlsx(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        export(parameters, response, Sheet.XLSX, "xlsx", out -> Sheet.xlsx(out, texts.get("monitoring.title")));
    }

    /** Opens a table that is written into a stream. */
    @FunctionalInterface
    private interface Opening {
        Sheet on(OutputStream out) throws IOException;
    }

    private void export(
            Map<String, String> parameters, HttpServletResponse response, String type, String ending, Opening opening)
            throws IOException {
        Login who = signedIn();
        Asked asked = Asked.of(parameters);
        // Once the first byte is sent, nothing can be refused any more.
        portfolio.check(who, asked);
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(texts.get("monitoring.file") + "." + ending)
                        .build()
                        .toString());
        try (Sheet sheet = opening.on(response.getOutputStream())) {
            sheet.write(PortfolioColumns.headings(texts));
            portfolio.each(who, asked, row -> write(sheet, row));
        }
    }

    private void write(Sheet sheet, Portfolio.Row row) {
        try {
            sheet.write(PortfolioColumns.cells(row, texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ExceptionHandler(FormRefused.class)
    ResponseEntity<Answers.Refusal> refused(FormRefused refused, HttpServletRequest request) {
        return ResponseEntity.badRequest()
                .body(answers.refusal(
                        refused.inForm(FORM), Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    @ExceptionHandler(NotSignedIn.class)
    ResponseEntity<Answers.Problem> notSignedIn(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .body(answers.problem(
                        HttpStatus.UNAUTHORIZED.name(),
                        "process.unauthenticated",
                        Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    private Login signedIn() {
        return visitors.current().orElseThrow(NotSignedIn::new);
    }

    private static final class NotSignedIn extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
