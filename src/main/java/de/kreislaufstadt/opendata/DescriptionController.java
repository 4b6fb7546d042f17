package de.kreislaufstadt.opendata;

import de.kreislaufstadt.delivery.Delivery;
import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.delivery.Delivery.Key;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What describes the API and its data, for programs. */
@RestController
class DescriptionController {

    private static final MediaType SCHEMA = MediaType.valueOf("application/schema+json");
    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final Delivery delivery;

    DescriptionController(Delivery delivery) {
        this.delivery = delivery;
    }

    @GetMapping(DataAddresses.SCHEMA)
    ResponseEntity<byte[]> schema(HttpServletRequest request) {
        return answer(request, SCHEMA, PublicFiles::schema);
    }

    @GetMapping(DataAddresses.API + "/openapi.yaml")
    ResponseEntity<byte[]> yaml(HttpServletRequest request) {
        return answer(request, YAML, PublicFiles::openApiYaml);
    }

    @GetMapping({DataAddresses.API, DataAddresses.API + "/openapi.json"})
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        return answer(request, MediaType.APPLICATION_JSON, () -> DataJson.bytes(PublicFiles.openApi()));
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, MediaType type, Supplier<byte[]> bytes) {
        List<MediaType> served = List.of(type, Problems.TYPE);
        if (Negotiation.best(request.getHeader(HttpHeaders.ACCEPT), served).isEmpty()) {
            return Problems.notAcceptable(request, served);
        }
        Key key = new Key(null, request.getRequestURI(), "", Locale.ROOT, true);
        return delivery.answer(request, key, () -> new Body(200, type, bytes.get(), Map.of()));
    }
}
