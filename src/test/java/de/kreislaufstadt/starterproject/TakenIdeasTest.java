package de.kreislaufstadt.starterproject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.FormRefused;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes from another municipality lies beside the ideas of the workshops, and is answered as they are. */
class TakenIdeasTest {

    private final ProjectRoom room = new ProjectRoom();
    private final UUID offer = UUID.randomUUID();

    @BeforeEach
    void somethingWasTakenOver() {
        room.one(
                "insert into starter_idea_offer (id, municipality_id, measure_id, title, field, description, taken_from, offered_by)"
                        + " values ('" + offer + "', 'muenster', '" + room.measure + "', 'Baustofflager', 'BUILDING',"
                        + " '(übernommen von Partnerkommune 07) Lager', 'übernommen von Partnerkommune 07, Stand 01.02.2026', 'x') returning id");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void itIsProposedWithItsSource() {
        assertThat(room.prefill("bundle-ideas").at("/ideas/0/title").asText()).isEqualTo("Baustofflager");
        assertThat(room.prefill("bundle-ideas").at("/ideas/0/description").asText())
                .contains("Partnerkommune 07");
        assertThat(room.labels("bundle-ideas", "workshopIdeas"))
                .containsExactly(
                        "Von einer anderen Kommune: Baustofflager (übernommen von Partnerkommune 07, Stand 01.02.2026)");
    }

    @Test
    void itBecomesAnIdeaThatSaysWhenceItCame() {
        room.completes("bundle-ideas", this::taken);

        assertThat(room.one("select origin from starter_idea where title = 'Baustofflager'"))
                .isEqualTo("TAKEN");
        assertThat(room.prefill("bundle-ideas").has("ideas"))
                .as("nothing is left for a further round")
                .isFalse();
    }

    @Test
    void whoLeavesItOutSaysWhy() {
        assertThatThrownBy(
                        () -> room.completes("bundle-ideas", data -> own(data).remove("setAsideReason")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("setAsideReason");
    }

    private static ObjectNode own(ObjectNode data) {
        data.withArray("ideas").forEach(idea -> ((ObjectNode) idea).putArray("sources"));
        return data;
    }

    private void taken(ObjectNode data) {
        ArrayNode ideas = data.withArray("ideas");
        while (ideas.size() > 1) {
            ideas.remove(1);
        }
        ObjectNode idea = (ObjectNode) ideas.get(0);
        idea.put("title", "Baustofflager").putArray("sources").add(offer.toString());
    }
}
