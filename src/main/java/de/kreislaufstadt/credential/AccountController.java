package de.kreislaufstadt.credential;

import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.process.InstallationRoles;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.web.AdministrationTab;
import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.rights.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What the tab Konten asks and does about accounts of any kind. */
@RestController
@RequestMapping(AdministrationTab.ROOT + "/" + AccountsTab.KEY)
class AccountController {

    private final AccountList list;
    private final Credentials credentials;
    private final FailedSignIns failed;
    private final PersonAccounts accounts;
    private final InstallationRoles roles;
    private final Visitors visitors;
    private final Answers answers;

    AccountController(
            AccountList list,
            Credentials credentials,
            FailedSignIns failed,
            PersonAccounts accounts,
            InstallationRoles roles,
            Visitors visitors,
            Answers answers) {
        this.list = list;
        this.credentials = credentials;
        this.failed = failed;
        this.accounts = accounts;
        this.roles = roles;
        this.visitors = visitors;
        this.answers = answers;
    }

    @GetMapping
    Found find(@RequestParam(defaultValue = "") String municipality, @RequestParam(defaultValue = "") String words) {
        return new Found(self(), list.find(municipality, words));
    }

    /** What the tab asks: the accounts found, and which of them is the reader's own. */
    record Found(String self, List<AccountList.Row> accounts) {}

    /** Nobody locks out themselves: with the last administrator, nobody could undo it. */
    @PostMapping("/{account}/disable")
    AccountList.Row disable(@PathVariable String account) {
        requireOther(account, "credential.tab.self");
        accounts.disable(account);
        return require(account);
    }

    @PostMapping("/{account}/enable")
    AccountList.Row enable(@PathVariable String account) {
        require(account);
        accounts.enable(account);
        return require(account);
    }

    @PostMapping("/{account}/end-sessions")
    AccountList.Row endSessions(@PathVariable String account) {
        requireOther(account, "credential.tab.selfElsewhere");
        accounts.endSessions(account);
        return require(account);
    }

    @PutMapping("/{account}/roles/{role}")
    AccountList.Row giveRole(@PathVariable String account, @PathVariable Role role) {
        require(account);
        requireOfInstallation(role);
        roles.give(account, role);
        return require(account);
    }

    /** It is gone with the next request, as the sessions end. Whoever administers keeps that until another one takes it. */
    @DeleteMapping("/{account}/roles/{role}")
    AccountList.Row takeRole(@PathVariable String account, @PathVariable Role role) {
        require(account);
        requireOfInstallation(role);
        if (role == Role.ADMINISTRATOR) {
            requireOther(account, "credential.tab.ownRole");
        }
        roles.take(account, role);
        if (!account.equals(self())) {
            accounts.endSessions(account);
        }
        return require(account);
    }

    @PostMapping("/{account}/unlock")
    AccountList.Row unlock(@PathVariable String account) {
        require(account);
        failed.clear(account);
        return require(account);
    }

    /** The password is in this answer and nowhere else. One's own is changed where the old one is asked for. */
    @PostMapping("/{account}/start-password")
    ResponseEntity<Map<String, String>> startPassword(@PathVariable String account) {
        requireLocal(account);
        requireOther(account, "credential.tab.selfElsewhere");
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Map.of("startPassword", credentials.renew(account)));
    }

    @PostMapping("/{account}/reset-factor")
    AccountList.Row resetFactor(@PathVariable String account) {
        requireLocal(account);
        requireOther(account, "credential.tab.selfElsewhere");
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

    /** A word that is no role at all. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Answers.Problem> noRole(HttpServletRequest request) {
        return refused(new Refused(HttpStatus.BAD_REQUEST, "credential.tab.noSuchRole"), request);
    }

    private static void requireOfInstallation(Role role) {
        if (!InstallationRoles.ROLES.contains(role)) {
            throw new Refused(HttpStatus.BAD_REQUEST, "credential.tab.noSuchRole");
        }
    }

    private void requireOther(String account, String messageKey) {
        require(account);
        if (account.equals(self())) {
            throw new Refused(HttpStatus.CONFLICT, messageKey);
        }
    }

    private String self() {
        return visitors.current().orElseThrow().user();
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
