package de.kreislaufstadt.process.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.observation.LogFields;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.engine.extension.WorkElsewhere;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.people.WebApplicationPerson;
import de.kreislaufstadt.rights.Rights;
import de.kreislaufstadt.rights.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Stands in front of everything the application answers, whoever asks: what the matrix of rights does not allow to one of
 * the person's roles goes no further. Administrators and operators are roles like the others.
 *
 * <p>It comes after signing in, and before the web applications' own filters.
 */
@Component
@Order(RightsFilter.AFTER_SIGNING_IN)
final class RightsFilter extends OncePerRequestFilter {

    static final int AFTER_SIGNING_IN = SecurityProperties.DEFAULT_FILTER_ORDER + 10;

    private static final Pattern TASK = Pattern.compile("/task/([0-9a-f-]{36})(?:/|$)");

    private final Rights rights;
    private final Answers answers;
    private final ObjectMapper json;
    private final long cacheMillis;

    RightsFilter(
            Rights rights,
            Answers answers,
            ObjectMapper json,
            @Value("${camunda.bpm.webapp.auth.cache.time-to-live}") long cacheMillis) {
        this.rights = rights;
        this.answers = answers;
        this.json = json;
        this.cacheMillis = cacheMillis;
    }

    /** Everything that is logged from here on says which work it belongs to, and not whose. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean traced = LogFields.beginTrace();
        try {
            decide(request, response, chain);
        } finally {
            LogFields.clear();
            if (traced) {
                LogFields.endTrace();
            }
        }
    }

    private void decide(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String method = request.getMethod();
        String path = path(request);
        if (rights.permits(Set.of(), method, path)) {
            chain.doFilter(request, response);
            return;
        }
        // REST says with every request who asks, the web applications remember it.
        Optional<Login> person = SignedIn.current().or(() -> WebApplicationPerson.of(request, cacheMillis));
        if (person.isEmpty()) {
            refuse(request, response, HttpStatus.UNAUTHORIZED, "process.unauthenticated");
        } else if (rights.permits(rolesOf(person.get()), method, path)) {
            describe(path, person.get());
            pass(request, response, chain, isAboutSingleTasks(method, path));
        } else {
            refuse(request, response, HttpStatus.FORBIDDEN, "process.operationDenied");
        }
    }

    private static void describe(String path, Login person) {
        if (person.tenants().size() == 1) {
            LogFields.put(LogFields.MUNICIPALITY, person.tenants().iterator().next());
        }
        Matcher task = TASK.matcher(path);
        if (task.find()) {
            LogFields.put(LogFields.TASK_ID, task.group(1));
        }
    }

    private static void pass(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean singleTasks)
            throws ServletException, IOException {
        if (!singleTasks) {
            chain.doFilter(request, response);
            return;
        }
        WorkElsewhere.begin();
        try {
            // Whom REST has signed in already, is signed in anew with what is possible here.
            SignedIn.current()
                    .filter(login -> !login.groups().contains(Role.OUTSIDERS))
                    .ifPresent(SignedIn::set);
            chain.doFilter(request, response);
        } finally {
            WorkElsewhere.end();
        }
    }

    /** What people of no city do with tasks, and not what everybody does for themselves. */
    private boolean isAboutSingleTasks(String method, String path) {
        return rights.operation(method, path)
                .filter(operation -> operation.own().contains(Role.EXTERNAL_MODERATOR)
                        && !operation.own().contains(Role.ASSOCIATION_COORDINATOR))
                .isPresent();
    }

    /** @return what the person is, by the groups they are in today */
    static Set<Role> rolesOf(Login person) {
        return Role.of(person.groups(), person.tenants());
    }

    private static String path(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        try {
            return UriUtils.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not a path that anything answers to; nothing is called this either.
            return path;
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String messageKey)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(
                response.getWriter(),
                answers.problem(
                        "Forbidden", messageKey, Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }
}
