package de.kreislaufstadt.security;

import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.account.SessionKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins and ends the sessions of people who signed in with a local account. */
@Component
public class Sessions {

    private static final String PENDING = Sessions.class.getName() + ".pending";
    private static final String NEXT = Sessions.class.getName() + ".next";
    private static final Duration TIME_FOR_SECOND_FACTOR = Duration.ofMinutes(5);

    private final PersonAccounts accounts;
    private final Clock clock;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(PersonAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Somebody whose name and password were right and whose second factor is still missing.
     *
     * @param goal own path to go to afterwards
     */
    public record Pending(String user, String goal, Instant until) implements Serializable {}

    /** Begins a session of this account in place of the one there was: nothing of that, its id included, is left. */
    public void begin(HttpServletRequest request, HttpServletResponse response, String user) {
        anew(request);
        LocalPerson person = new LocalPerson(accounts.begin(user, null, null));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        PageTokenOfSession.give(request.getSession());
    }

    /** Completes a session that somebody else has begun: it has the person in it and nothing of before. */
    public void begun(HttpServletRequest request) {
        PageTokenOfSession.give(request.getSession());
    }

    /** Remembers for five minutes that the password was right; nobody is signed in by that. */
    public void awaitSecondFactor(HttpServletRequest request, String user, String goal) {
        anew(request)
                .setAttribute(PENDING, new Pending(user, goal, clock.instant().plus(TIME_FOR_SECOND_FACTOR)));
    }

    /** @return who still has to prove the second factor; empty too when that took too long */
    public Optional<Pending> pending(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((Pending) session.getAttribute(PENDING))
                        .filter(pending -> clock.instant().isBefore(pending.until()));
    }

    /** Ends the session of this request, if it has one. */
    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /**
     * Ends the session of this request and keeps of it only where the browser has to go next. The answer may have been sent
     * already, so no new session can begin.
     */
    void leave(HttpServletRequest request, Optional<String> next) {
        HttpSession session = request.getSession(false);
        if (session == null || next.isEmpty()) {
            end(request);
            return;
        }
        Collections.list(session.getAttributeNames()).forEach(session::removeAttribute);
        session.setAttribute(NEXT, next.get());
        SecurityContextHolder.clearContext();
    }

    /** @return where the browser has to go after {@link #leave}, once; nothing is left of the session then */
    Optional<String> left(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Optional<String> next =
                session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(NEXT));
        if (next.isPresent()) {
            end(request);
        }
        return next;
    }

    /** @return whether the session may go on: account there and enabled, not ended by anybody */
    boolean holds(SessionKey session) {
        return accounts.holds(session);
    }

    private HttpSession anew(HttpServletRequest request) {
        end(request);
        return request.getSession(true);
    }
}
