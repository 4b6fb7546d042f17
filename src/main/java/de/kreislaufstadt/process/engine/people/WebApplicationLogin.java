package de.kreislaufstadt.process.engine.people;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/** Tells the web applications who is signed in: they keep it, with groups and rights, in the session. */
public final class WebApplicationLogin {

    private WebApplicationLogin() {}

    /**
     * Makes the session that of this person. Nothing happens if it is already; what the person may do is read again by the
     * web applications themselves when it is older than {@code cacheMillis}.
     */
    public static void set(HttpSession session, String user, long cacheMillis, Clock clock) {
        ProcessEngine engine = ProcessEngines.getDefaultProcessEngine();
        Authentications known = AuthenticationUtil.getAuthsFromSession(session);
        Authentication now = known.getAuthenticationForProcessEngine(engine.getName());
        if (now != null && now.getIdentityId().equals(user)) {
            return;
        }
        known.removeByEngineName(engine.getName());
        UserAuthentication login = AuthenticationUtil.createAuthentication(engine, user, null, null);
        if (login != null) {
            login.setCacheValidationTime(new Date(clock.millis() + cacheMillis));
            known.addOrReplace(login);
        }
    }

    /** Makes the session that of nobody. */
    public static void clear(HttpSession session) {
        AuthenticationUtil.getAuthsFromSession(session)
                .removeByEngineName(ProcessEngines.getDefaultProcessEngine().getName());
    }
}
