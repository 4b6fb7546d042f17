package de.kreislaufstadt.process.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.engine.people.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands in front of everything below {@link AdministrationTab#ROOT}; what belongs to no tab is reached by nobody. */
@Component
class AdministrationGuard implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final List<AdministrationTab> tabs;
    private final Answers answers;
    private final ObjectMapper json;

    AdministrationGuard(List<AdministrationTab> tabs, Answers answers, ObjectMapper json) {
        this.tabs = tabs;
        this.answers = answers;
        this.json = json;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(AdministrationTab.ROOT, AdministrationTab.ROOT + "/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<Login> who = SignedIn.current();
        if (who.isEmpty()) {
            refuse(request, response, HttpStatus.UNAUTHORIZED, "process.unauthenticated");
            return false;
        }
        if (!permits(who.get(), request)) {
            refuse(request, response, HttpStatus.FORBIDDEN, "process.forbidden");
            return false;
        }
        return true;
    }

    private boolean permits(Login who, HttpServletRequest request) {
        boolean changing = !READING.contains(request.getMethod());
        String[] path = request.getServletPath()
                .substring(AdministrationTab.ROOT.length())
                .split("/");
        return tabs.stream()
                .filter(tab -> path.length < 2 || tab.key().equals(path[1]))
                .anyMatch(tab -> tab.isFor(who, changing));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String messageKey)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(
                response.getWriter(),
                answers.problem(
                        status.name(), messageKey, Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }
}
