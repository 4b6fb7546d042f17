package de.kreislaufstadt.credential;

import de.kreislaufstadt.account.PersonAccount;
import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.credential.CredentialTable.State;
import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.security.OwnPages;
import de.kreislaufstadt.security.SessionPerson;
import de.kreislaufstadt.security.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is one's own about one's account: password and second factor. */
@Controller
@RequestMapping(AccountPage.PATH)
class AccountPage {

    static final String PATH = "/anmelden/konto";

    private static final String DONE = "erledigt";

    private final PersonAccounts accounts;
    private final CredentialTable table;
    private final Credentials credentials;
    private final SecondFactors factors;
    private final CheckedSignIn check;
    private final Sessions sessions;
    private final OwnPages pages;

    AccountPage(
            PersonAccounts accounts,
            CredentialTable table,
            Credentials credentials,
            SecondFactors factors,
            CheckedSignIn check,
            Sessions sessions,
            OwnPages pages) {
        this.accounts = accounts;
        this.table = table;
        this.credentials = credentials;
        this.factors = factors;
        this.check = check;
        this.sessions = sessions;
        this.pages = pages;
    }

    @GetMapping
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PersonAccount> account = own();
        if (account.isEmpty()) {
            Journey.leadTo(Journey.START, response);
        } else {
            page(account.get(), request).answer(HttpStatus.OK, response);
        }
    }

    @PostMapping("/passwort")
    void changePassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PersonAccount> account = ownLocal();
        if (account.isEmpty()) {
            Journey.leadTo(PATH, response);
            return;
        }
        String user = account.get().id();
        String old = NextStepPages.given(request, "passwort");
        if (!check.isRight(user, old)) {
            page(account.get(), request).problem("credential.password.wrong").answer(HttpStatus.UNAUTHORIZED, response);
            return;
        }
        try {
            credentials.change(
                    user,
                    table.state(user).map(State::name).orElse(""),
                    old,
                    NextStepPages.given(request, "password"),
                    NextStepPages.given(request, "again"));
        } catch (FormRefused refused) {
            FieldProblem problem = refused.problems().get(0);
            page(account.get(), request)
                    .problem(problem.messageKey(), problem.arguments().toArray())
                    .answer(HttpStatus.BAD_REQUEST, response);
            return;
        }
        sessions.begin(request, response, user);
        Journey.leadTo(PATH + "?" + DONE + "=passwort", response);
    }

    /** Ends what is still open on other devices; this session goes on as a new one. */
    @PostMapping("/andere-abmelden")
    void endOtherSessions(HttpServletRequest request, HttpServletResponse response) {
        ownLocal().ifPresent(account -> {
            accounts.endSessions(account.id());
            sessions.begin(request, response, account.id());
        });
        Journey.leadTo(PATH + "?" + DONE + "=andere", response);
    }

    @PostMapping("/zweiter-faktor-aus")
    void dropFactor(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PersonAccount> account = ownLocal();
        Optional<State> state = account.flatMap(own -> table.state(own.id()));
        if (state.isEmpty() || credentials.needsFactor(state.get())) {
            Journey.leadTo(PATH, response);
            return;
        }
        String user = account.get().id();
        if (!check.isRight(user, NextStepPages.given(request, "passwort"))) {
            page(account.get(), request).problem("credential.password.wrong").answer(HttpStatus.UNAUTHORIZED, response);
            return;
        }
        credentials.forgetFactor(user);
        sessions.begin(request, response, user);
        Journey.leadTo(PATH + "?" + DONE + "=faktor", response);
    }

    private Optional<PersonAccount> own() {
        return SessionPerson.user().flatMap(accounts::find);
    }

    private Optional<PersonAccount> ownLocal() {
        return own().filter(account -> account.provider() == null);
    }

    private OwnPages.Page page(PersonAccount account, HttpServletRequest request) {
        State state = table.state(account.id()).orElseThrow();
        return pages.page("account", request)
                .with("local", account.provider() == null)
                .with("name", state.name())
                .with("shortest", PasswordRules.SHORTEST)
                .with("hasFactor", state.hasFactor())
                .with("needsFactor", credentials.needsFactor(state))
                .with("codesLeft", state.hasFactor() ? factors.recoveryCodesLeft(account.id()) : 0)
                .with("done", request.getParameter(DONE));
    }
}
