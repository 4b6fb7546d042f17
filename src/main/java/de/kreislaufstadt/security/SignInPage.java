package de.kreislaufstadt.security;

import de.kreislaufstadt.account.LocalSignIn;
import de.kreislaufstadt.account.LocalSignIn.Refused;
import de.kreislaufstadt.account.LocalSignIn.SecondFactorNeeded;
import de.kreislaufstadt.account.LocalSignIn.SignedIn;
import de.kreislaufstadt.account.LocalSignIn.TooOften;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The one page on which people sign in, whatever they want to open. The name that was typed stands there again after a refusal: it
 * is what the person sent, whether there is such an account or not.
 */
@Controller
@RequestMapping("/anmelden")
class SignInPage {

    /** Page on which the second factor is asked for; the session knows whose. */
    static final String SECOND_FACTOR = "/anmelden/zweiter-faktor";

    /** Parameter of those whose time for the next step is over: they are told why they begin anew. */
    private static final String TOOK_TOO_LONG = "abgelaufen";

    private final LocalSignIn local;
    private final Sessions sessions;
    private final IdentityProviders providers;
    private final OwnPages pages;

    SignInPage(LocalSignIn local, Sessions sessions, IdentityProviders providers, OwnPages pages) {
        this.local = local;
        this.sessions = sessions;
        this.providers = providers;
        this.pages = pages;
    }

    @GetMapping
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SessionPerson> signedIn = SessionPerson.current();
        if (signedIn.isPresent()) {
            leadTo(Goal.of(request.getParameter(Goal.PARAMETER)), response);
            return;
        }
        OwnPages.Page page = page(request);
        if (request.getParameter(TOOK_TOO_LONG) != null) {
            page.problem("signin.tookTooLong");
        }
        page.answer(HttpStatus.OK, response);
    }

    /** Where signing out leads to: on to the provider, whose session ends, too, and from there back to here. */
    @GetMapping("/abgemeldet")
    void signedOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> next = sessions.left(request);
        if (next.isPresent()) {
            leadTo(next.get(), response);
        } else {
            page(request).with("signedOut", true).answer(HttpStatus.OK, response);
        }
    }

    @PostMapping
    void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String goal = Goal.of(request.getParameter(Goal.PARAMETER));
        LocalSignIn.Result result =
                local.check(request.getParameter("name"), request.getParameter("passwort"), request.getRemoteAddr());
        if (result instanceof SignedIn person) {
            sessions.begin(request, response, person.login().user());
            leadTo(goal, response);
        } else if (result instanceof SecondFactorNeeded person) {
            sessions.awaitSecondFactor(request, person.user(), goal);
            leadTo(SECOND_FACTOR, response);
        } else if (result instanceof TooOften slow) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(slow.pause().toSeconds()));
            page(request)
                    .problem("signin.tooOften", slow.pause().plusSeconds(59).toMinutes())
                    .answer(HttpStatus.TOO_MANY_REQUESTS, response);
        } else if (result instanceof Refused) {
            page(request).problem("signin.refused").answer(HttpStatus.UNAUTHORIZED, response);
        }
    }

    private OwnPages.Page page(HttpServletRequest request) {
        return pages.page("page", request).with("signedOut", false).with("offers", providers.offers());
    }

    /** 303: what was sent is not sent again when the page is loaded anew. */
    private static void leadTo(String path, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }
}
