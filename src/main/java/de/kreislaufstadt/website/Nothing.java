package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What an address leads to that leads nowhere. It is made without looking at more of it than the municipality: what was never
 * there, what waits for its release and what was withdrawn answer with the same bytes.
 */
@Component
class Nothing {

    private static final int NOT_FOUND = 404;

    /** Then nobody can be asked whose page it would have been either. */
    private static final int UNAVAILABLE = 503;

    private final Pages pages;
    private final MunicipalPages municipalities;

    Nothing(Pages pages, MunicipalPages municipalities) {
        this.pages = pages;
        this.municipalities = municipalities;
    }

    /** @param municipality null where the address belongs to none */
    Body here(Locale language, Municipality municipality) {
        return refused(NOT_FOUND, language, municipality);
    }

    /** @param path of an address that was refused somewhere else, of which only the first part is looked at */
    Body refused(int status, Locale language, String path) {
        String first = path.replaceFirst("^/", "").replaceFirst("/.*", "");
        Municipality municipality = status != UNAVAILABLE && Routes.isId(first)
                ? municipalities.find(first).orElse(null)
                : null;
        return refused(status, language, municipality);
    }

    private Body refused(int status, Locale language, Municipality municipality) {
        String address = municipality == null ? "/" : PublicAddresses.overview(municipality.id());
        return pages.page("nothing", language, address, municipality)
                .with("status", status)
                .with("indexed", false)
                .body(status);
    }
}
