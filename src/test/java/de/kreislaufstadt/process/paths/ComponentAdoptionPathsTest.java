package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.TestAssociation;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Drafts that are refused, and the four eyes at the adoption of a component. */
class ComponentAdoptionPathsTest extends AssociationPaths {

    private static final String ADOPT = "adopt-component";

    @Test
    void whoDraftedDoesNotAdopt() {
        membersOf(1);
        String key = at(DIFU, () -> rounds.begin(STRATEGY));
        inOffice(TestAssociation.BOTH, key, "draft-component", data -> {});
        runs(key, "open-consultation");
        comments("mitglied01", key, nothing());
        runs(key, "withdraw-open-requests");
        inOffice(DIFU, key, "consolidate-component", data -> {});
        Map<String, Object> before = rowsOfRounds();
        assertThat(refused(() -> inOffice(TestAssociation.BOTH, key, ADOPT, data -> {})))
                .containsExactly("result process.fourEyes");
        assertThat(rowsOfRounds()).isEqualTo(before);
        inOffice(TestAssociation.STAEDTETAG, key, ADOPT, data -> {});
        assertThat(roundState(key)).isEqualTo("PUBLISHED");
    }

    @Test
    void whoConsolidatedDoesNotAdopt() {
        String key = commented(1);
        inOffice(TestAssociation.BOTH, key, "consolidate-component", data -> {});
        assertThat(refused(() -> inOffice(TestAssociation.BOTH, key, ADOPT, data -> {})))
                .containsExactly("result process.fourEyes");
    }

    @Test
    void whoAnsweredACommentOrChangedATextDoesNotAdopt() {
        String key = consolidated();
        worksOn(key, "ANSWERED", TestAssociation.BOTH, null);
        assertThat(refused(() -> inOffice(TestAssociation.BOTH, key, ADOPT, data -> {})))
                .containsExactly("result process.fourEyes");
    }

    @Test
    void inWhosePlaceACommentWasAnsweredDoesNotAdopt() {
        String key = consolidated();
        worksOn(key, "TEXT_CHANGED", TestAssociation.SECOND_DIFU, TestAssociation.BOTH);
        assertThat(refused(() -> inOffice(TestAssociation.BOTH, key, ADOPT, data -> {})))
                .containsExactly("result process.fourEyes");
    }

    @Test
    void whoStandsInForWhoDraftedDoesNotAdopt() {
        String key = consolidated();
        names(DIFU, DIFU, TestAssociation.STAEDTETAG, body -> {});
        assertThat(refused(() -> inOffice(TestAssociation.STAEDTETAG, key, ADOPT, data -> {})))
                .containsExactly("result association.round.adopt.standsIn");
        assertThat(roundState(key)).isEqualTo("ADOPTING");
        everybodyIsBack();
        inOffice(TestAssociation.STAEDTETAG, key, ADOPT, data -> {});
        assertThat(roundState(key)).isEqualTo("PUBLISHED");
    }

    /** As the page of the consolidation notes it. */
    private void worksOn(String key, String kind, String user, String inPlaceOf) {
        office.jdbc()
                .sql("insert into component_event (id, municipality_id, round_id, kind, acted_by, deputy_for_by)"
                        + " select :id, municipality_id, id, :kind, :user, :absent from component_round"
                        + " where 'MA-' || component || '-' || number = :key")
                .param("id", UUID.randomUUID())
                .param("kind", kind)
                .param("user", user)
                .param("absent", inPlaceOf)
                .param("key", key)
                .update();
    }

    @Test
    void aDraftNeedsSectionsTimeAndAShareWhereAShareIsTheRule() {
        membersOf(1);
        String key = at(DIFU, () -> rounds.begin(STRATEGY));
        Map<String, Object> before = rowsOfRounds();
        assertThat(refused(() -> drafts(key, data -> data.putArray("sections"))))
                .contains("sections association.round.draft.empty");
        assertThat(refused(() -> drafts(
                        key,
                        data -> data.put("commentsUntil", today().plusDays(1).toString()))))
                .contains("commentsUntil association.round.draft.tooSoon");
        assertThat(refused(() -> drafts(key, data -> data.put("commentsUntil", "2099-01-18"))))
                .as("a Sunday")
                .containsExactly("commentsUntil association.round.draft.dayOff");
        assertThat(refused(() -> drafts(key, data -> data.put("completion", "SHARE"))))
                .singleElement()
                .asString()
                .startsWith("share");
        assertThat(refused(() -> drafts(
                        key,
                        data -> data.withArray("sections")
                                .addObject()
                                .put("heading", "Noch einmal")
                                .put("anchor", "ziele")
                                .put("text", "Doppelt"))))
                .containsExactly("sections[2].anchor association.round.draft.anchorTwice");
        assertThat(rowsOfRounds()).isEqualTo(before);
    }

    @Test
    void aPassageWithoutShortNameGetsOneOfItsHeading() {
        membersOf(1);
        String key = at(DIFU, () -> rounds.begin(STRATEGY));
        drafts(key, data -> {
            var sections = data.putArray("sections");
            for (String heading : new String[] {"Übergänge & Maßstäbe", "Übergänge & Maßstäbe", "§§", "Café"}) {
                sections.addObject().put("heading", heading).put("text", "Text");
            }
        });
        assertThat(office.jdbc()
                        .sql("select anchor from component_section order by position")
                        .query(String.class)
                        .list())
                .containsExactly("uebergaenge-massstaebe", "uebergaenge-massstaebe-2", "abschnitt", "cafe");
    }

    private void drafts(String key, Consumer<ObjectNode> change) {
        inOffice(DIFU, key, "draft-component", change);
    }
}
