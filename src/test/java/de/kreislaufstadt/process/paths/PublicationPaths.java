package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.publication.PublicContentChanged;
import de.kreislaufstadt.publication.PublicContentChanged.Cause;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedMeasures.VersionHead;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.Office;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Measures on their way to their public pages, and what the tests of it ask. */
abstract class PublicationPaths extends RoundPaths {

    static final String PREPARE = "prepare-publication@wfm";
    static final String RELEASE = "release-publication@klima";

    @Autowired
    ReleasedMeasures released;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    String publicMeasure(String... phases) {
        String measure = approved(phases);
        begin("wfm-sachbearbeitung", measure);
        clerk("wfm").completes(measure, "prepare-publication");
        clerk("klima").completes(measure, "release-publication");
        assertThat(published(measure)).isPresent();
        return measure;
    }

    String proposedWith(String description) {
        String measure = clerk("wfm")
                .proposes(office.valid(
                        "propose-measure", data -> ((ObjectNode) data.get("outline")).put("description", description)));
        clerk("klima").completes(measure, "review-proposal");
        head("wfm").completes(measure, "decide-measure", approval("IMPLEMENTATION"));
        return measure;
    }

    static Consumer<ObjectNode> participating(String text) {
        return data -> data.putObject("participation").put("text", text);
    }

    void changed(String measure, Cause cause, boolean byTwo) {
        UUID id = UUID.fromString(one(measure, "select id from measure where id = :measure"));
        transaction.executeWithoutResult(
                status -> events.publishEvent(new PublicContentChanged(Office.MUNICIPALITY, id, cause, byTwo)));
    }

    Optional<Entry> published(String measure) {
        return released.numbered(Office.MUNICIPALITY, measure);
    }

    List<Integer> versions(String measure) {
        return released.versions(Office.MUNICIPALITY, measure).stream()
                .map(VersionHead::version)
                .toList();
    }

    List<String> steps(String measure) {
        return all(measure, "select kind from publication_event where measure_id = :measure order by created_at");
    }

    long stamp() {
        return released.stamps().getOrDefault(Office.MUNICIPALITY, 0L);
    }

    int gap() {
        return released.counts(
                        Office.MUNICIPALITY,
                        new ReleasedMeasures.Selection(null, null, null, null, ReleasedMeasures.Order.NUMBER, 0, 1))
                .decidedUnpublished();
    }

    JsonNode findings(String measure) {
        String task = office.open(measure, "prepare-publication").get(0).getId();
        return browser("wfm-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/form/task/" + task)
                .json()
                .at("/data/confirmed");
    }

    JsonNode standing(String measure) {
        return browser("wfm-sachbearbeitung").get(address(measure)).json();
    }

    Answer begin(String user, String measure) {
        return browser(user).post(address(measure) + "/begin", "{}");
    }

    Answer withdraw(String user, String measure, String reason) {
        return browser(user).post(address(measure) + "/withdraw", "{\"reason\": \"" + reason + "\"}");
    }

    static String address(String measure) {
        return "/camunda/api/kreislaufstadt/measures/" + measure + "/publication";
    }
}
