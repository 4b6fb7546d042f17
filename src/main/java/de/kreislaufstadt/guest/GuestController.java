package de.kreislaufstadt.guest;

import com.fasterxml.jackson.databind.JsonMappingException;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.web.AdministrationTab;
import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.workshop.WorkshopChoice;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What the tab Konten asks and does about people of no municipality. */
@RestController
@RequestMapping(AdministrationTab.ROOT + "/accounts/external")
class GuestController {

    private static final String FORM = "guest";

    private final ExternalAccounts accounts;
    private final Rights rights;
    private final WorkshopChoice workshops;
    private final Municipalities municipalities;
    private final Visitors visitors;
    private final Answers answers;

    GuestController(
            ExternalAccounts accounts,
            Rights rights,
            WorkshopChoice workshops,
            Municipalities municipalities,
            Visitors visitors,
            Answers answers) {
        this.accounts = accounts;
        this.rights = rights;
        this.workshops = workshops;
        this.municipalities = municipalities;
        this.visitors = visitors;
        this.answers = answers;
    }

    /** Everything about one municipality: who may work on what, and what somebody could work on. */
    record Page(List<ExternalAccount> accounts, List<Right> rights, List<WorkshopChoice.OpenWorkshop> workshops) {}

    @GetMapping("/{municipality}")
    Page page(@PathVariable String municipality) {
        requireKnown(municipality);
        return new Page(accounts.all(), rights.in(municipality), workshops.open(municipality));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ExternalAccounts.Created create(@RequestBody ExternalAccounts.Wanted wanted) {
        return accounts.create(wanted, administrator());
    }

    /** @param until last day */
    record Term(LocalDate until) {}

    @PostMapping("/{account}/until")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lastUntil(@PathVariable String account, @RequestBody Term term) {
        accounts.lastUntil(account, term.until());
    }

    @PostMapping("/rights")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> give(@RequestBody Rights.Wanted wanted) {
        requireKnown(wanted.municipality());
        return Map.of("id", rights.give(wanted, administrator()));
    }

    @PostMapping("/rights/{municipality}/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String municipality, @PathVariable UUID id) {
        requireKnown(municipality);
        rights.withdraw(municipality, id, administrator()).orElseThrow(Gone::new);
    }

    @ExceptionHandler(FormRefused.class)
    ResponseEntity<Answers.Refusal> refused(FormRefused refused, HttpServletRequest request) {
        return ResponseEntity.badRequest()
                .body(answers.refusal(
                        refused.inForm(FORM), Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<?> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        List<JsonMappingException.Reference> path =
                unreadable.getCause() instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        if (path.isEmpty() || path.get(0).getFieldName() == null) {
            return problem(HttpStatus.BAD_REQUEST, "process.badRequest", request);
        }
        return refused(FormRefused.at(path.get(0).getFieldName(), "guest.unreadable"), request);
    }

    @ExceptionHandler({Gone.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Answers.Problem> gone(HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "guest.gone", request);
    }

    private ResponseEntity<Answers.Problem> problem(HttpStatus status, String messageKey, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .body(answers.problem(
                        status.name(), messageKey, Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    private void requireKnown(String municipality) {
        if (municipality == null || !municipalities.all().contains(municipality)) {
            throw FormRefused.at("municipality", "guest.municipality.unknown");
        }
    }

    private String administrator() {
        return visitors.current().orElseThrow().user();
    }

    private static final class Gone extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
