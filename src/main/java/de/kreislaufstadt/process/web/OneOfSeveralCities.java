package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.rights.Rights;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever belongs to several municipalities says with a header which of them a request is about: measures of two of them may have
 * the same number. For this request the person is then who they are there, and nobody else: a manager of one city is no
 * manager of the other.
 */
@Component
class OneOfSeveralCities implements HandlerInterceptor, WebMvcConfigurer {

    /** Id of a municipality; where it is missing, the request is about all that the person belongs to. */
    static final String HEADER = "X-Kreislaufstadt-Kommune";

    private static final String OURS = "/camunda/api/kreislaufstadt";

    private final Rights rights;

    OneOfSeveralCities(Rights rights) {
        this.rights = rights;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(OURS + "/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String municipality = request.getHeader(HEADER);
        Optional<Login> who = SignedIn.current();
        if (municipality == null || who.isEmpty()) {
            return true;
        }
        if (!who.get().tenants().contains(municipality)) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return false;
        }
        Login there = in(municipality, who.get());
        if (!rights.permits(RightsFilter.rolesOf(there), request.getMethod(), request.getServletPath())) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return false;
        }
        // The web applications' own filter forgets the person when the request is over.
        SignedIn.set(there);
        return true;
    }

    /** @return the person with the groups of one municipality and with those that belong to none */
    static Login in(String municipality, Login who) {
        List<String> groups = who.groups().stream()
                .filter(group ->
                        cityOf(group, who.tenants()).map(municipality::equals).orElse(true))
                .toList();
        return new Login(who.user(), groups, List.of(municipality));
    }

    /** Groups are called after their municipality; of two that may be meant, the longer name says more. */
    private static Optional<String> cityOf(String group, List<String> municipalities) {
        return municipalities.stream()
                .filter(municipality -> group.startsWith(municipality + "-"))
                .max(Comparator.comparingInt(String::length));
    }
}
