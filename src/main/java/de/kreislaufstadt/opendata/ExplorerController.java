package de.kreislaufstadt.opendata;

import de.kreislaufstadt.delivery.Delivery;
import de.kreislaufstadt.delivery.Delivery.Key;
import de.kreislaufstadt.website.Language;
import de.kreislaufstadt.website.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page on which people try the API: a form for each operation, made of the description, plain HTML. What a form is sent with
 * leads to the address that it asks for.
 */
@RestController
class ExplorerController {

    private static final String OPERATION = "operation";

    private final Explorer explorer = new Explorer();
    private final Delivery delivery;
    private final Pages pages;
    private final Installation installation;

    ExplorerController(Delivery delivery, Pages pages, Installation installation) {
        this.delivery = delivery;
        this.pages = pages;
        this.installation = installation;
    }

    @GetMapping(DataAddresses.EXPLORER)
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        String base = installation.base(request);
        String operation = request.getParameter(OPERATION);
        if (operation != null) {
            return explorer.address(operation, request.getParameterMap())
                    .map(address -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .header(HttpHeaders.LOCATION, base + address)
                            .<byte[]>build())
                    .orElseGet(() -> Problems.nothing(request));
        }
        Locale language = Language.of(request);
        Key key = new Key(null, base + DataAddresses.EXPLORER, "", language, true);
        return delivery.answer(
                request,
                key,
                () -> pages.page("explorer", language, DataAddresses.EXPLORER, null)
                        .with("operations", explorer.operations())
                        .with("base", base)
                        .with("api", DataAddresses.API)
                        .with("schema", DataAddresses.SCHEMA)
                        .body(200));
    }
}
