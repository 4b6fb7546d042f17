package de.kreislaufstadt.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a person reads in the browser where a program is told {@link ErrorWords}: what is wrong, and where to go from there. */
@Component
class ErrorPages implements ErrorViewResolver {

    private final OwnPages pages;

    ErrorPages(OwnPages pages) {
        this.pages = pages;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return new ModelAndView((shown, asked, response) -> {
            OwnPages.Page page = pages.page("error", request).with("wrong", wrong(status));
            if (!"GET".equals(request.getMethod())) {
                // Its link would ask for the address without what was sent.
                page.with("languageLink", null);
            }
            page.answer(status, response);
        });
    }

    private static String wrong(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "forbidden";
            // Addresses nobody knows are refused like closed ones; pages with content lead to the sign-in themselves.
            case UNAUTHORIZED, NOT_FOUND, METHOD_NOT_ALLOWED -> "notFound";
            case PAYLOAD_TOO_LARGE -> "tooLarge";
            case TOO_MANY_REQUESTS -> "tooMany";
            case SERVICE_UNAVAILABLE -> "busy";
            default -> status.is4xxClientError() ? "request" : "inside";
        };
    }
}
