package de.kreislaufstadt.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Tells the pages of the web applications from their files: every address below an application without a dot is its page. */
final class WebApplicationPages {

    private static final List<String> FILES = List.of("/camunda/lib/", "/camunda/assets/", "/camunda/app/");

    private WebApplicationPages() {}

    static boolean isPage(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/camunda/app/") && !hasEnding(path);
    }

    static boolean isFile(HttpServletRequest request) {
        String path = path(request);
        return hasEnding(path) && FILES.stream().anyMatch(path::startsWith);
    }

    private static boolean hasEnding(String path) {
        return path.substring(path.lastIndexOf('/')).contains(".");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
