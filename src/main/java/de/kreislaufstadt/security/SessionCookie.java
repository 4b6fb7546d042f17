package de.kreislaufstadt.security;

import de.kreislaufstadt.security.session.StoredSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * The cookie of a session. Files of the web applications are the same for everybody: for them no session is looked up. And whoever
 * is nobody gets no cookie for a session that is not kept.
 */
final class SessionCookie implements HttpSessionIdResolver {

    private static final String ASKED = SessionCookie.class.getName() + ".asked.";

    private final CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();

    SessionCookie(CookieSerializer serializer) {
        cookies.setCookieSerializer(serializer);
    }

    /** Once per request: after it has stored a session the framework asks again, and would read it again. */
    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        String asked = ASKED + request.getDispatcherType();
        if (WebApplicationPages.isFile(request) || request.getAttribute(asked) != null) {
            return List.of();
        }
        List<String> ids = cookies.resolveSessionIds(request);
        request.setAttribute(asked, ids);
        return ids;
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        HttpSession session = request.getSession(false);
        boolean has =
                request.getAttribute(ASKED + request.getDispatcherType()) instanceof List<?> ids && ids.contains(id);
        if (!has && !WebApplicationPages.isFile(request) && session != null && StoredSessions.isKept(session)) {
            cookies.setSessionId(request, response, id);
        }
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        if (!WebApplicationPages.isFile(request)) {
            cookies.expireSession(request, response);
        }
    }
}
