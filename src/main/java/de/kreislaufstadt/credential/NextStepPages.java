package de.kreislaufstadt.credential;

import de.kreislaufstadt.credential.Credentials.Step;
import de.kreislaufstadt.credential.Journey.Traveller;
import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.security.OwnPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages between the right password and the session: the code, and a password of one's own. */
@Controller
class NextStepPages {

    private final Journey journey;
    private final SecondFactors factors;
    private final FailedSignIns failed;
    private final Credentials credentials;
    private final OwnPages pages;

    NextStepPages(
            Journey journey, SecondFactors factors, FailedSignIns failed, Credentials credentials, OwnPages pages) {
        this.journey = journey;
        this.factors = factors;
        this.failed = failed;
        this.credentials = credentials;
        this.pages = pages;
    }

    @GetMapping(Journey.CODE)
    void code(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (at(Step.CODE, request).isEmpty()) {
            journey.goOn(request, response);
        } else {
            pages.page("code", request).answer(HttpStatus.OK, response);
        }
    }

    @PostMapping(Journey.CODE)
    void useCode(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Traveller> traveller = at(Step.CODE, request);
        if (traveller.isPresent()) {
            String user = traveller.get().user();
            // Counted like passwords, with them, before it is looked at.
            if (!failed.admit(user) || !factors.use(user, request.getParameter("code"))) {
                pages.page("code", request)
                        .problem("credential.code.refused")
                        .answer(HttpStatus.UNAUTHORIZED, response);
                return;
            }
            journey.proven(request);
        }
        journey.goOn(request, response);
    }

    @GetMapping(Journey.NEW_PASSWORD)
    void newPassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (at(Step.NEW_PASSWORD, request).isEmpty()) {
            journey.goOn(request, response);
        } else {
            passwordPage(request).answer(HttpStatus.OK, response);
        }
    }

    /** Who the person is was proven a moment ago: the start password is not asked for once more. */
    @PostMapping(Journey.NEW_PASSWORD)
    void setPassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Traveller> traveller = at(Step.NEW_PASSWORD, request);
        if (traveller.isPresent()) {
            try {
                credentials.change(
                        traveller.get().user(),
                        traveller.get().state().name(),
                        null,
                        given(request, "password"),
                        given(request, "again"));
            } catch (FormRefused refused) {
                FieldProblem problem = refused.problems().get(0);
                passwordPage(request)
                        .problem(problem.messageKey(), problem.arguments().toArray())
                        .answer(HttpStatus.BAD_REQUEST, response);
                return;
            }
        }
        journey.goOn(request, response);
    }

    private OwnPages.Page passwordPage(HttpServletRequest request) {
        return pages.page("password", request)
                .with("own", false)
                .with("action", Journey.NEW_PASSWORD)
                .with("shortest", PasswordRules.SHORTEST);
    }

    private Optional<Traveller> at(Step step, HttpServletRequest request) {
        return journey.of(request).filter(traveller -> traveller.step() == step);
    }

    static String given(HttpServletRequest request, String parameter) {
        String text = request.getParameter(parameter);
        return text == null ? "" : text;
    }
}
