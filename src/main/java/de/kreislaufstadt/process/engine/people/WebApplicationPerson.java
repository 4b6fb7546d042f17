package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.process.Accounts.Login;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/** Who is signed in to the web applications, for those who ask before the web applications' own filters do. */
public final class WebApplicationPerson {

    private WebApplicationPerson() {}

    /**
     * @param cacheMillis how old groups may be; older ones are read anew, as the web applications do themselves
     * @return the person of the request's session
     */
    public static Optional<Login> of(HttpServletRequest request, long cacheMillis) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        Authentications known = AuthenticationUtil.getAuthsFromSession(session);
        AuthenticationUtil.updateCache(known, session, cacheMillis);
        String engine = ProcessEngines.getDefaultProcessEngine().getName();
        return known.getAuthenticationForProcessEngine(engine) instanceof UserAuthentication login
                ? Optional.of(
                        new Login(login.getIdentityId(), orEmpty(login.getGroupIds()), orEmpty(login.getTenantIds())))
                : Optional.empty();
    }

    private static List<String> orEmpty(List<String> list) {
        return list == null ? List.of() : list;
    }
}
