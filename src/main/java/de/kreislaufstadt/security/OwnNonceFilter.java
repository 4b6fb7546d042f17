package de.kreislaufstadt.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives the scripts of a page the nonce that the page's own header names. The web applications keep the latest nonce of all
 * requests in one place; when somebody else asks at the same moment, the page would carry the other request's nonce, the
 * browser would refuse its scripts, and the page would stay blank.
 */
final class OwnNonceFilter extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern NAMED = Pattern.compile("'nonce-([A-Za-z0-9+/=_-]+)'");
    private static final Pattern USED = Pattern.compile("nonce=\"[^\"]*\"");

    /** Files have a name with a dot; everything else below the applications is their one page. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith(request.getContextPath() + "/camunda/app/")
                || path.substring(path.lastIndexOf('/')).contains(".");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        String policy = page.getHeader(POLICY);
        Matcher nonce = NAMED.matcher(policy == null ? "" : policy);
        if (nonce.find()) {
            // One byte is one character, whatever the page's encoding: a nonce is ASCII.
            String text = new String(page.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
            String own = USED.matcher(text).replaceAll("nonce=\"" + nonce.group(1) + "\"");
            page.resetBuffer();
            page.getOutputStream().write(own.getBytes(StandardCharsets.ISO_8859_1));
        }
        page.copyBodyToResponse();
    }
}
