package de.kreislaufstadt.process.web;

import de.kreislaufstadt.form.ReadersLanguage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers questions in the language of who asks. Requests that change something are left alone: what they write is German, and why
 * they are refused {@link Answers} says in the right language anyway.
 */
@Component
class ReadersLanguageFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Locale language = Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        ReadersLanguage.Scope reading = ReadersLanguage.enter(language);
        try {
            chain.doFilter(request, response);
        } finally {
            reading.close();
        }
    }
}
