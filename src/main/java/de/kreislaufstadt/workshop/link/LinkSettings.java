package de.kreislaufstadt.workshop.link;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where links lead. */
@Component
class LinkSettings {

    private final String baseUrl;

    LinkSettings(@Value("${kreislaufstadt.base-url:}") String baseUrl) {
        this.baseUrl = baseUrl.strip().replaceFirst("/+$", "");
    }

    /** @return address of the application without a slash at its end; empty where the operator has set none */
    String baseUrl() {
        return baseUrl;
    }
}
