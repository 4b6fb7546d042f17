package de.kreislaufstadt.credential;

import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.web.AdministrationTab;
import de.kreislaufstadt.process.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the tab Konten asks and does about accounts of any kind. */
@RestController
@RequestMapping(AdministrationTab.ROOT + "/" + AccountsTab.KEY)
class AccountController {

    private final AccountList list;
    private final Credentials credentials;
    private final FailedSignIns failed;
    private final PersonAccounts accounts;
    private final Visitors visitors;
    private final Answers answers;

    AccountController(
            AccountList list,
            Credentials credentials,
            FailedSignIns failed,
            PersonAccounts accounts,
            Visitors visitors,
            Answers answers) {
        this.list = list;
        this.credentials = credentials;
        this.failed = failed;
        this.accounts = accounts;
        this.visitors = visitors;
        this.answers = answers;
    }

    @GetMapping
    List<AccountList.Row> find(
            @RequestParam(defaultValue = "") String municipality, @RequestParam(defaultValue = "") String words) {
        return list.find(municipality, words);
    }

    /** Nobody locks out themselves: with the last administrator, nobody could undo it. */
    @PostMapping("/{account}/disable")
    AccountList.Row disable(@PathVariable String account) {
        require(account);
        if (account.equals(visitors.current().orElseThrow().user())) {
            throw new Refused(HttpStatus.CONFLICT, "credential.tab.self");
        }
        accounts.disable(account);
        return require(account);
    }

    @PostMapping("/{account}/enable")
    AccountList.Row enable(@PathVariable String account) {
        require(account);
        accounts.enable(account);
        return require(account);
    }

    @PostMapping("/{account}/unlock")
    AccountList.Row unlock(@PathVariable String account) {
        require(account);
        failed.clear(account);
        return require(account);
    }

    /** The password is in this answer and nowhere else. */
    @PostMapping("/{account}/start-password")
    ResponseEntity<Map<String, String>> startPassword(@PathVariable String account) {
        requireLocal(account);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Map.of("startPassword", credentials.renew(account)));
    }

    @PostMapping("/{account}/reset-factor")
    AccountList.Row resetFactor(@PathVariable String account) {
        requireLocal(account);
        credentials.forgetFactor(account);
        return require(account);
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Answers.Problem> refused(Refused refused, HttpServletRequest request) {
        return ResponseEntity.status(refused.status)
                .body(answers.problem(
                        refused.status.name(),
                        refused.getMessage(),
                        Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    private AccountList.Row require(String account) {
        return list.one(account).orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "credential.tab.unknown"));
    }

    private void requireLocal(String account) {
        if (require(account).provider() != null) {
            throw new Refused(HttpStatus.CONFLICT, "credential.tab.elsewhere");
        }
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final HttpStatus status;

        private Refused(HttpStatus status, String messageKey) {
            super(messageKey);
            this.status = status;
        }
    }
}
