package de.kreislaufstadt.credential;

import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.credential.Credentials.Step;
import de.kreislaufstadt.credential.Journey.Traveller;
import de.kreislaufstadt.security.OwnPages;
import de.kreislaufstadt.security.SessionPerson;
import de.kreislaufstadt.security.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Setting up a second factor: on the way to the session where it is mandatory, from the page of the own account where it is
 * not. The secret waits in the session until a code shows that the app has it.
 */
@Controller
class EnrolmentPages {

    private static final String SECRET = EnrolmentPages.class.getName() + ".secret";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final Journey journey;
    private final SecondFactors factors;
    private final FailedSignIns failed;
    private final CheckedSignIn check;
    private final PersonAccounts accounts;
    private final Sessions sessions;
    private final OwnPages pages;

    EnrolmentPages(
            Journey journey,
            SecondFactors factors,
            FailedSignIns failed,
            CheckedSignIn check,
            PersonAccounts accounts,
            Sessions sessions,
            OwnPages pages) {
        this.journey = journey;
        this.factors = factors;
        this.failed = failed;
        this.check = check;
        this.accounts = accounts;
        this.sessions = sessions;
        this.pages = pages;
    }

    /** @param traveller null for somebody who is signed in already */
    private record Enrolling(String user, Traveller traveller) {}

    @GetMapping(Journey.ENROLMENT)
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Enrolling> who = enrolling(request);
        if (who.isEmpty()) {
            journey.goOn(request, response);
        } else {
            page(who.get(), request).answer(HttpStatus.OK, response);
        }
    }

    @PostMapping(Journey.ENROLMENT)
    void confirm(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Enrolling> who = enrolling(request);
        byte[] secret = secret(request);
        if (who.isEmpty() || secret == null) {
            journey.goOn(request, response);
            return;
        }
        String user = who.get().user();
        // A session left open on a desk must not be enough to take the account over.
        if (who.get().traveller() == null && !check.isRight(user, NextStepPages.given(request, "passwort"))) {
            page(who.get(), request).problem("credential.password.wrong").answer(HttpStatus.UNAUTHORIZED, response);
            return;
        }
        Optional<List<String>> codes = failed.admit(user)
                ? factors.confirm(user, secret, NextStepPages.given(request, "code"))
                : Optional.empty();
        if (codes.isEmpty()) {
            page(who.get(), request).problem("credential.enrol.refused").answer(HttpStatus.BAD_REQUEST, response);
            return;
        }
        pages.page("recovery", request)
                .with("codes", codes.get())
                .with("onward", arrive(who.get(), request, response))
                .answer(HttpStatus.OK, response);
    }

    /** Other sessions of the account have not shown the factor and end. */
    private String arrive(Enrolling who, HttpServletRequest request, HttpServletResponse response) {
        accounts.endSessions(who.user());
        if (who.traveller() != null) {
            return journey.arrive(who.traveller(), request, response);
        }
        failed.clear(who.user());
        sessions.begin(request, response, who.user());
        return TASKLIST;
    }

    private Optional<Enrolling> enrolling(HttpServletRequest request) {
        return journey.of(request)
                .filter(traveller -> traveller.step() == Step.ENROLMENT)
                .map(traveller -> new Enrolling(traveller.user(), traveller))
                .or(() -> SessionPerson.user()
                        .filter(user -> accounts.find(user)
                                .filter(account -> account.provider() == null)
                                .isPresent())
                        .map(user -> new Enrolling(user, null)));
    }

    private OwnPages.Page page(Enrolling who, HttpServletRequest request) {
        byte[] secret = secret(request);
        if (secret == null) {
            secret = OneTimeCodes.newSecret();
            request.getSession().setAttribute(SECRET, secret);
        }
        String address = OneTimeCodes.address(who.user(), secret);
        return pages.page("enrol", request)
                .with("mandatory", who.traveller() != null)
                .with("picture", OneTimeCodes.picture(address))
                .with("address", address)
                .with("secret", OneTimeCodes.base32(secret).replaceAll("(.{4})(?=.)", "$1 "));
    }

    private static byte[] secret(HttpServletRequest request) {
        return (byte[]) request.getSession().getAttribute(SECRET);
    }
}
