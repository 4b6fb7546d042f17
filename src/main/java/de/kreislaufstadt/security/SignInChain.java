package de.kreislaufstadt.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Adds a way to sign in to the chain of the pages below {@code /anmelden}. */
@FunctionalInterface
public interface SignInChain {

    void addTo(HttpSecurity chain) throws Exception;

    /** @return what matches a path pattern, asked of no other layer */
    static PathPatternRequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
