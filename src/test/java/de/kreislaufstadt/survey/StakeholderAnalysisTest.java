package de.kreislaufstadt.survey;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.PhaseDesk;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Organisations are rated, placed by the decision tables, and checked by somebody else. */
class StakeholderAnalysisTest {

    private static final String LEAD = "wfm-sachbearbeitung";
    private static final String REVIEWER = "klima-sachbearbeitung";

    private final PhaseDesk desk = new PhaseDesk("survey");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theDecisionTablesPlaceEveryOrganisationAndGiveAdvice() {
        desk.completes(LEAD, "analyse-stakeholders");

        assertThat(desk.all("select quadrant || ' ' || involvement_level from stakeholder order by position"))
                .containsExactly(
                        "KEY_PLAYER COOPERATION", "KEEP_INFORMED PARTICIPATION", "KEEP_SATISFIED CONSULTATION");
        assertThat(desk.all("select array_to_string(advice, ' ') from stakeholder order by position"))
                .containsExactly("NAME_SUPERVISING_UNIT MULTIPLIER", "", "TALK_ONE_TO_ONE NAME_SUPERVISING_UNIT");
        assertThat(desk.prefill("review-stakeholders").get("evaluation").toString())
                .contains("Schlüsselakteur", "betreuende Stelle benennen; als Multiplikator gewinnen", "Amt wfm");
    }

    @Test
    void aKeyPlayerNeedsASupervisingUnit() {
        assertThat(refusal(() -> desk.completes(
                        LEAD, "analyse-stakeholders", data -> row(data, 0).remove("supervisingUnit"))))
                .containsExactly("stakeholders[0].supervisingUnit survey.stakeholder.supervisingUnitMissing");
        assertThat(desk.one("select count(*) from stakeholder")).isEqualTo("0");
    }

    @Test
    void organisationsAppearOnceAndContactsHaveANameAndAreNeededNowhere() {
        assertThat(refusal(() -> desk.completes(LEAD, "analyse-stakeholders", data -> {
                    row(data, 1).put("organisation", "  HANDWERKSKAMMER ");
                    row(data, 1).putObject("contact").put("phone", "0251 111");
                })))
                .containsExactly(
                        "stakeholders[1].contact.name survey.stakeholder.contactNameMissing",
                        "stakeholders[1].organisation survey.stakeholder.duplicate");
        assertThat(refusal(() -> desk.completes(LEAD, "analyse-stakeholders", data -> data.putArray("stakeholders"))))
                .containsExactly("stakeholders form.rows.between");
        assertThat(refusal(() -> desk.completes(
                        LEAD,
                        "analyse-stakeholders",
                        data -> row(data, 0).put("attitude", 3).put("influence", 0))))
                .containsExactly("stakeholders[0].influence form.min", "stakeholders[0].attitude form.max");
    }

    @Test
    void contactPersonsAreKeptApartForTwelveMonths() {
        desk.completes(LEAD, "analyse-stakeholders");

        assertThat(desk.one("select delete_on from stakeholder_contact")).isEqualTo("2027-03-02");
        assertThat(desk.one("select purpose from stakeholder_contact")).contains("Beteiligung");
        assertThat(desk.prefill("review-stakeholders").toString()).doesNotContain("umwelt@kammer.example");
    }

    @Test
    void theAuthorMayNotReview() {
        desk.completes(LEAD, "analyse-stakeholders");
        assertThat(refusal(() -> desk.completes(LEAD, "review-stakeholders")))
                .containsExactly("result process.fourEyes");
        assertThat(desk.one("select count(*) from survey_review")).isEqualTo("0");
    }

    @Test
    void aReturnedAnalysisShowsTheEarlierRowsAndTheComment() {
        desk.completes(LEAD, "analyse-stakeholders");
        String id = desk.one("select id from stakeholder where position = 1");
        assertThat(refusal(() -> desk.completes(REVIEWER, "review-stakeholders", data -> data.put("result", "RETURN"))))
                .containsExactly("comment form.required");
        desk.completes(
                REVIEWER,
                "review-stakeholders",
                data -> data.put("result", "RETURN").put("comment", "Die Vereine fehlen."));

        assertThat(desk.routing("reviewResult")).isEqualTo("RETURN");
        assertThat(desk.prefill("analyse-stakeholders").get("returned").toString())
                .contains("Die Vereine fehlen");
        desk.completesPrefilled(
                LEAD,
                "analyse-stakeholders",
                Set.of("method", "stakeholders"),
                data -> ((ArrayNode) data.get("stakeholders")).remove(2));

        assertThat(desk.one("select count(*) from stakeholder")).isEqualTo("2");
        assertThat(desk.one("select id from stakeholder where position = 1")).isEqualTo(id);
        assertThat(desk.one("select email from stakeholder_contact")).isEqualTo("umwelt@kammer.example");
        desk.completes(REVIEWER, "review-stakeholders");
        assertThat(desk.prefill("analyse-stakeholders").get("returned")).isEqualTo("");
    }

    @Test
    void otherModulesLearnOnlyWhoMattersAndWhoLooksAfterThem() {
        desk.completes(LEAD, "analyse-stakeholders");
        Stakeholders stakeholders = desk.bean(Stakeholders.class);

        assertThat(stakeholders.of(PhaseDesk.CITY, desk.measure())).hasSize(3);
        assertThat(stakeholders.keyPlayers(PhaseDesk.CITY, desk.measure()))
                .extracting(Stakeholder::organisation, Stakeholder::participantGroup, Stakeholder::supervisingUnit)
                .containsExactly(tuple("Handwerkskammer", ParticipantGroup.CHAMBER, "wfm"));
        assertThat(stakeholders.of("bottrop", desk.measure())).isEmpty();
    }

    private static ObjectNode row(ObjectNode data, int index) {
        return (ObjectNode) data.get("stakeholders").get(index);
    }
}
