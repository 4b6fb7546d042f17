package de.kreislaufstadt.association.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreislaufstadt.association.PublishedComponents;
import de.kreislaufstadt.association.PublishedComponents.PublishedComponent;
import de.kreislaufstadt.association.guidance.GuidanceTable.Own;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a component says: its version that holds, and what the reader's own city has adopted. */
@RestController
class GuidanceController {

    private final PublishedComponents published;
    private final GuidanceTable guidance;
    private final Visitors visitors;
    private final Answers answers;

    GuidanceController(PublishedComponents published, GuidanceTable guidance, Visitors visitors, Answers answers) {
        this.published = published;
        this.guidance = guidance;
        this.visitors = visitors;
        this.answers = answers;
    }

    /** A section in blocks. */
    record Section(String heading, List<ReadableText.Block> blocks) {}

    /** @param builtOn version that the city's contents are based on; null where it names none */
    record OwnContent(LocalDate asOf, Integer builtOn, String source, List<ReadableText.Block> blocks) {}

    /**
     * A component.
     *
     * @param version null where none is published, as are all but title and the city's own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Guide(
            String title,
            Integer version,
            String adoptedBy,
            LocalDate adoptedOn,
            List<Section> sections,
            OwnContent own) {}

    @GetMapping("/camunda/api/kreislaufstadt/guidance/{component}")
    ResponseEntity<?> guide(@PathVariable String component, HttpServletRequest request) {
        return Arrays.stream(ModelComponent.values())
                .filter(one -> one.name().equals(component))
                .findFirst()
                .flatMap(this::guide)
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .body(answers.problem(
                                HttpStatus.NOT_FOUND.name(),
                                "association.guidance.none",
                                Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)))));
    }

    private Optional<Guide> guide(ModelComponent component) {
        Optional<PublishedComponent> holds = published.versions(component).stream()
                .filter(one -> one.withdrawnOn() == null)
                .findFirst();
        Optional<Own> own = city().flatMap(city -> guidance.own(city, component));
        return holds.isEmpty() && own.isEmpty() ? Optional.empty() : Optional.of(guide(component, holds, own));
    }

    /** Whoever belongs to several cities says first which one is meant; whoever belongs to none has no contents of their own. */
    private Optional<String> city() {
        return visitors.current()
                .map(Login::tenants)
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0));
    }

    private static Guide guide(ModelComponent component, Optional<PublishedComponent> holds, Optional<Own> own) {
        return new Guide(
                component.label(),
                holds.map(PublishedComponent::version).orElse(null),
                holds.map(PublishedComponent::adoptedBy).orElse(null),
                holds.map(PublishedComponent::adoptedOn).orElse(null),
                holds.map(one -> one.sections().stream()
                                .map(part -> new Section(part.heading(), ReadableText.of(part.text())))
                                .toList())
                        .orElse(List.of()),
                own.map(said -> new OwnContent(
                                said.asOf(), said.builtOn(), said.source(), ReadableText.of(said.content())))
                        .orElse(null));
    }
}
