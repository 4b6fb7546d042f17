package de.kreislaufstadt.opendata;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of this installation, which data names in full: whoever keeps a file no longer knows where it came from. */
@Component
class Installation {

    private final String configured;

    Installation(@Value("${kreislaufstadt.base-url:}") String configured) {
        this.configured = configured.strip().replaceFirst("/+$", "");
    }

    /** @return the address that was configured, else the one that was asked; without a slash at the end */
    String base(HttpServletRequest request) {
        return configured.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : configured;
    }
}
