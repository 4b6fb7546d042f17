package de.kreislaufstadt.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.SingleRights;
import de.kreislaufstadt.support.AppliedAssociation;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The association's people moderate workshops of cities that let them: one inbox for their own tasks and for these, and no more. */
class AssociationModerationTest extends GuestOfCities {

    private static final String DIFU = "verbund-difu-sachbearbeitung";
    private static final String ENGINE = "/camunda/api/engine/engine/default/";

    private List<String> before;

    @BeforeEach
    void twoCitiesLetTheAssociationModerate() {
        List<String> own = List.of(id(here), id(alsoHere), id(there), id(alsoThere));
        before = jdbc.sql("select id_ from camunda.act_ru_task").query(String.class).list().stream()
                .filter(task -> !own.contains(task))
                .toList();
        String file = AppliedAssociation.file()
                .replace(
                        "municipality: partner07, name: Partnerkommune 07",
                        "municipality: anderestadt, name: Andere Stadt");
        AppliedAssociation.apply(signedIn("admin"), file, null);
        twoCitiesLet();
        // What is remembered of the cities is as old as this now.
        clock.moveTo(today().plusDays(1));
    }

    private void twoCitiesLet() {
        for (String city : List.of(Office.MUNICIPALITY, OtherCity.ID)) {
            jdbc.sql("insert into municipality_setting (municipality_id, kind, name, value)"
                            + " values (:city, 'WORKSHOPS', 'moderation', 'ASSOCIATION')")
                    .param("city", city)
                    .update();
        }
    }

    @AfterEach
    void nobodyLetsThem() {
        jdbc.sql("delete from municipality_setting where kind = 'WORKSHOPS'").update();
        AppliedAssociation.dissolve(signedIn("admin"), today());
    }

    @Test
    void oneInboxShowsTheWorkshopsOfAllCitiesThatLetThemAndSaysWhoseTheyAre() {
        Http difu = signedIn(DIFU);

        assertThat(firstList(difu)).containsExactlyInAnyOrder(id(here), id(alsoHere), id(there), id(alsoThere));
        JsonNode cards =
                difu.get(API + "tasks?ids=" + id(here) + "," + id(there)).json();
        assertThat(cards.findValuesAsText("municipality")).containsExactlyInAnyOrder("Stadt Münster", "Andere Stadt");
        assertThat(open(difu, here).path("context").path("municipality").asText())
                .isEqualTo("Stadt Münster");
        assertThat(complete(difu, there).status()).isEqualTo(204);
        assertStepOfTheCity(there, DIFU);
    }

    @Test
    void aCityThatDoesNotLetThemOrIsNoMemberAnyMoreIsClosed() {
        Http difu = signedIn(DIFU);
        jdbc.sql(
                        "update association_member set last_day = :yesterday where member_key = 'anderestadt' and last_day is null")
                .param("yesterday", today().minusDays(1))
                .update();
        assertThat(firstList(difu)).as("it has left").containsExactlyInAnyOrder(id(here), id(alsoHere));

        jdbc.sql("delete from municipality_setting where kind = 'WORKSHOPS'").update();
        clock.moveTo(today().plusDays(1));
        Http later = signedIn(DIFU);
        assertThat(firstList(later)).isEmpty();
        assertThat(later.get(ENGINE + "task/" + id(here)).status()).isIn(403, 404);
    }

    @Test
    void nothingElseOfTheCitiesIsShown() {
        Http difu = signedIn(DIFU);
        String measure = jdbc.sql(
                        "select m.number from measure m join workshop w on w.measure_id = m.id where w.id = :workshop")
                .param("workshop", here)
                .query(String.class)
                .single();
        String other = office.as("wfm-sachbearbeitung").proposes();

        assertThat(difu.get(ENGINE + "task?processInstanceBusinessKey=" + other).json())
                .as("no other task")
                .isEmpty();
        assertThat(difu.get(ENGINE + "process-instance").body()).doesNotContain("\"id\"");
        assertThat(difu.get(ENGINE + "history/activity-instance").body()).doesNotContain("\"id\"");
        assertThat(difu.get(ENGINE + "user").body()).doesNotContain("wfm-");
        assertThat(difu.get(API + "measures").body()).doesNotContain(measure, other);
        assertThat(difu.get(API + "tasks/" + id(here) + "/place").body()).doesNotContain("sachbearbeitung", "leitung");
        assertThat(difu.get(API + "tasks/" + id(here) + "/choices").status()).isIn(403, 404);
        assertThat(difu.get(API + "deputies").body()).doesNotContain("wfm-", "anderestadt");
        assertThat(difu.get(API + "measures/" + measure + "/documents").status())
                .isEqualTo(404);
        assertThat(difu.get(API + "tasks?words=" + other).body()).doesNotContain(other);
    }

    @Test
    void whoAdoptsOrLooksEverywhereAtTheOfficeIsNotLetIn() {
        for (String person : List.of("verbund-difu-leitung", "verbund-staedtetag-sachbearbeitung")) {
            Http browser = signedIn(person);
            assertThat(firstList(browser)).as(person).isEmpty();
            assertThat(browser.get(ENGINE + "task").json()).as(person).isEmpty();
        }
    }

    @Test
    void mailsReachThemAsTheyReachOutsiders() {
        assertThat(rights.holders(Office.MUNICIPALITY, SingleRights.workshop(here)))
                .containsExactly(DIFU);
        assertThat(rights.isOfAssociationFor(OtherCity.ID, DIFU)).isTrue();
        assertThat(rights.isOfAssociationFor(OtherCity.ID, "wfm-sachbearbeitung"))
                .isFalse();
    }

    /** Their department's list, which Tasklist opens first. */
    /** @return ids of the tasks in the first list, without those that others have left open */
    private List<String> firstList(Http browser) {
        JsonNode filters = browser.get(ENGINE + "filter?resourceType=Task").json();
        List<String> ids = new ArrayList<>();
        for (JsonNode filter : filters) {
            if (filter.path("properties").path("priority").asInt(-1) == 0) {
                JsonNode list = browser.get(
                                ENGINE + "filter/" + filter.path("id").asText() + "/list?firstResult=0&maxResults=50")
                        .json();
                ids.addAll(list.findValuesAsText("id"));
            }
        }
        ids.removeAll(before);
        return ids;
    }
}
