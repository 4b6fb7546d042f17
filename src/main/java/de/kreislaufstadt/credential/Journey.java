package de.kreislaufstadt.credential;

import de.kreislaufstadt.credential.CredentialTable.State;
import de.kreislaufstadt.credential.Credentials.Step;
import de.kreislaufstadt.security.Sessions;
import de.kreislaufstadt.security.Sessions.Pending;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The way from the right password to the session, page by page. What was done on it is remembered by the session. */
@Component
class Journey {

    static final String START = "/anmelden";
    static final String CODE = "/anmelden/zweiter-faktor";
    static final String NEW_PASSWORD = "/anmelden/neues-passwort";
    static final String ENROLMENT = "/anmelden/zweiter-faktor/einrichten";

    /** The same page, which says that too much time has passed. */
    static final String TOO_LATE = START + "?abgelaufen=ja";

    private static final String PROVEN = Journey.class.getName() + ".proven";

    private final Sessions sessions;
    private final Credentials credentials;
    private final CredentialTable table;
    private final FailedSignIns failed;

    Journey(Sessions sessions, Credentials credentials, CredentialTable table, FailedSignIns failed) {
        this.sessions = sessions;
        this.credentials = credentials;
        this.table = table;
        this.failed = failed;
    }

    /** Somebody on the way: the step they may do now, and no other. */
    record Traveller(Pending pending, State state, Step step) {

        String user() {
            return pending.user();
        }
    }

    /** @return who is on the way in this session; empty where nobody is, or they took too long */
    Optional<Traveller> of(HttpServletRequest request) {
        return sessions.pending(request)
                .flatMap(pending -> table.state(pending.user())
                        .map(state -> new Traveller(pending, state, credentials.next(state, isProven(request)))));
    }

    /** Notes that the second factor was shown. */
    void proven(HttpServletRequest request) {
        request.getSession().setAttribute(PROVEN, true);
    }

    /** Leads to the page of the next step, or into the application when there is none any more. */
    void goOn(HttpServletRequest request, HttpServletResponse response) {
        Optional<Traveller> traveller = of(request);
        if (traveller.isEmpty()) {
            leadTo("POST".equals(request.getMethod()) ? TOO_LATE : START, response);
        } else if (traveller.get().step() == null) {
            leadTo(arrive(traveller.get(), request, response), response);
        } else {
            leadTo(pageOf(traveller.get().step()), response);
        }
    }

    /** Begins the session. @return the page the person wanted */
    String arrive(Traveller traveller, HttpServletRequest request, HttpServletResponse response) {
        failed.clear(traveller.user());
        sessions.begin(request, response, traveller.user());
        return traveller.pending().goal();
    }

    private static String pageOf(Step step) {
        return switch (step) {
            case CODE -> CODE;
            case NEW_PASSWORD -> NEW_PASSWORD;
            case ENROLMENT -> ENROLMENT;
        };
    }

    private static boolean isProven(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getSession().getAttribute(PROVEN));
    }

    /** 303: what was sent is not sent again when the page is loaded anew. */
    static void leadTo(String path, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }
}
