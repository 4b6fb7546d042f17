package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.kreislaufstadt.measure.MeasureForm;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.MeasureTakeOver;
import de.kreislaufstadt.measure.MeasureTakeOver.PastMeasure;
import de.kreislaufstadt.measure.MeasureTakeOver.PastVersion;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import de.kreislaufstadt.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Not everybody who sees a measure may step in: the pages offer nothing to them, and what they send by hand is refused. */
abstract class LookingOnInCockpit {

    private static final String LOOKS_ON = "Sie sehen hier, wo die Maßnahme steht.";

    private static final String WISH = """
            {"reason": "Von Hand", "date": "2030-01-01", "department": "umwelt", "step": "rework-proposal"}""";

    /** Sends what a button would send, with the session of the person in front of the page. @return the answer's status */
    private static final String SEND = """
            async ([path, body]) => {
              const token = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)[1];
              const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token };
              return (await fetch('/camunda/api/kreislaufstadt/' + path, { method: 'POST', headers, body })).status;
            }""";

    private static final String BELOW_THE_HEADER = """
            () => document.querySelector('.ks-page h1').getBoundingClientRect().top
              >= document.querySelector('[cam-widget-header]').getBoundingClientRect().bottom""";

    @Autowired
    CockpitRoom room;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    MeasureTakeOver takeOver;

    @Autowired
    ObjectMapper json;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(strings = {"beobachtung", "rechnungspruefung"})
    void monitorsAndAuditorsSeeEverythingAndCanDoNothing(String user) {
        String number = proposed();
        CockpitPage page = room.opens(user, "massnahmen?words=" + number);
        assertThat(page.row(number)).containsText("Vorschlag prüfen");
        assertThat(page.part("tbody input[type=checkbox]")).hasCount(0);
        page = room.opens(user, "eingriffe");
        assertThat(page.part("h2")).hasText("Begonnene Stapel");
        assertThat(page.part("form")).hasCount(0);
        page = room.opens(user, "berichtsrunden");
        assertThat(page.part("h1")).hasText("Berichtsrunden");
        assertThat(page.button("Berichtsrunde eröffnen")).hasCount(0);

        page = steering(user, number);
        assertThat(page.row("Vorschlag prüfen")).containsText("Stabsstelle Klima");
        looksOn(page, number);
        page.isFitForUse("80-eingreifen-" + user);
    }

    @Test
    void aHeadStepsInWhereTheirDepartmentLeadsAndNotWhereItOnlyTakesPart() {
        String user = "umwelt-leitung-allein";
        accounts.ensurePerson(
                Office.MUNICIPALITY,
                user,
                "Leitung Umweltamt ohne weitere Aufgaben",
                List.of("muenster-staff", "muenster-umwelt", "muenster-umwelt-head"),
                TestDatabase.PASSWORD);
        String own = proposed("umwelt", "personal");
        String shared = proposed();
        String foreign = proposed("immobilien", "personal");

        // Cockpit's first page and most of its entries are Camunda's, of which heads would only read refusals.
        CockpitPage measures = room.opens(user, "dashboard");
        assertThat(measures.part("h1")).hasText("Maßnahmen");
        assertThat(measures.page().locator("[ng-controller='camHeaderViewsCtrl'] > li:visible"))
                .hasText(new String[] {
                    "Maßnahmen",
                    "Zeitachse",
                    "Auslastung",
                    "Durchlauf",
                    "Eingriffe im Stapel",
                    "Berichtsrunden",
                    "Berichte",
                    "Verbund"
                });
        assertThat(measures.page().locator("[notifications-panel] .alert")).hasCount(0);
        measures.isFitForUse("83-leitung-in-cockpit");
        assertThat(room.opens(user, "massnahmen?words=" + own).row(own)).containsText("Vorschlag prüfen");
        assertThat(steering(user, own).button("Zuweisen: Vorschlag prüfen")).isVisible();

        Page page = room.tasklist(user).page();
        assertThat(send(page, "steering/REASSIGN/" + review(own), WISH)).isEqualTo(204);
        refusesByHand(page, shared, 403);
        refusesByHand(page, foreign, 403, 404);
    }

    @Test
    void aClerkOfAnotherDepartmentGetsNowhere() {
        String number = proposed("immobilien", "personal");
        refusesByHand(room.tasklist("umwelt-sachbearbeitung").page(), number, 403, 404);
    }

    @Test
    void whoManagesSeveralCitiesSeesTheirMeasuresTogetherOrOneCityAtATime() {
        String user = "beide-staedte";
        room.numbers();
        OtherCity.found(jdbc, accounts);
        accounts.ensurePerson(
                Office.MUNICIPALITY,
                user,
                "Leitung beider Städte",
                List.of("muenster-managers"),
                TestDatabase.PASSWORD);
        accounts.ensurePerson(
                OtherCity.ID,
                user,
                "Leitung beider Städte",
                List.of(OtherCity.ID + "-managers"),
                TestDatabase.PASSWORD);
        transaction.executeWithoutResult(status -> takeOver.takeOver(
                OtherCity.ID,
                new PastMeasure(
                        "WW-01",
                        OtherCity.PORT,
                        MeasureState.COMPLETED,
                        null,
                        List.of(PastVersion.of(form(OtherCity.PORT))),
                        List.of(),
                        List.of()),
                "admin"));

        CockpitPage page = room.opens(user, "massnahmen");
        assertThat(page.part(".ks-count")).containsText("Gefunden: " + (measures("muenster") + 1));
        page.field("Kommune").selectOption(OtherCity.ID);
        assertThat(page.part(".ks-count")).containsText("Gefunden: 1");
        assertThat(page.part(".ks-portfolio tbody tr")).hasCount(1);
        assertThat(page.part(".ks-portfolio tbody tr")).containsText("Andere Stadt");
        page.isFitForUse("81-portfolio-kommune");
        page.field("Kommune").selectOption(Office.MUNICIPALITY);
        assertThat(page.part(".ks-count")).containsText("Gefunden: " + measures("muenster"));
        assertThat(page.part(".ks-portfolio tbody")).not().containsText("Andere Stadt");

        // Whoever is of one city is not asked which.
        assertThat(room.opens("klima-leitung", "massnahmen").field("Kommune")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDTH, 1280, 1024})
    void noHeadingHidesBehindTheHeaderOfANarrowWindow(int width) {
        CockpitPage page = room.opens("klima-leitung", "eingriffe");
        try {
            page.page().setViewportSize(width, Browser.HEIGHT);
            page.page().waitForFunction(BELOW_THE_HEADER);
            Screenshots.take(page.page(), "82-fensterbreite-" + width);
        } finally {
            page.page().setViewportSize(Browser.WIDTH, Browser.HEIGHT);
        }
    }

    private void looksOn(CockpitPage page, String number) {
        assertThat(page.place()).containsText(LOOKS_ON);
        assertThat(page.part("#ks-measure-panel").getByRole(AriaRole.BUTTON)).hasCount(0);
        refusesByHand(page.page(), number, 403);
    }

    private void refusesByHand(Page page, String number, Integer... statuses) {
        String task = review(number);
        List<Object> before = everything(number);
        for (String kind : List.of("REASSIGN", "EXTEND", "FOLLOW_UP", "SKIP", "REPEAT")) {
            assertThat(send(page, "steering/" + kind + "/" + task, WISH))
                    .as(kind)
                    .isIn((Object[]) statuses);
        }
        String measure = "measures/" + number + "/steering/";
        assertThat(send(page, measure + "pause", "{\"reason\": \"Von Hand\"}")).isIn((Object[]) statuses);
        assertThat(send(page, measure + "cancel", "{\"reason\": \"Von Hand\"}")).isIn((Object[]) statuses);
        assertThat(send(page, measure + "lead", "{\"lead\": \"umwelt\", \"reason\": \"Von Hand\"}"))
                .isIn((Object[]) statuses);
        assertThat(everything(number)).isEqualTo(before);
    }

    static Object send(Page page, String path, String body) {
        return page.evaluate(SEND, List.of(path, body));
    }

    private String review(String number) {
        return office.open(number, "review-proposal").get(0).getId();
    }

    private List<Object> everything(String number) {
        return List.of(
                office.openTasks(number),
                jdbc.sql(
                                "select state || ' ' || lead || ' ' || (select count(*) from task_event e where e.measure_id = m.id)"
                                        + " from measure m where municipality_id = 'muenster' and number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single());
    }

    private CockpitPage steering(String user, String number) {
        CockpitPage page = room.opens(user, "massnahmen/" + number + "?bereich=steer");
        assertThat(page.part("#ks-measure-panel h2").first()).isVisible();
        return page;
    }

    private long measures(String municipality) {
        return jdbc.sql("select count(*) from measure where municipality_id = :municipality")
                .param("municipality", municipality)
                .query(Long.class)
                .single();
    }

    private String proposed() {
        return proposed("wfm", "umwelt");
    }

    private String proposed(String lead, String contributing) {
        room.numbers();
        return office.as(lead + "-sachbearbeitung").proposes(office.valid("propose-measure", data -> {
            data.put("lead", lead);
            data.withObject("/responsibility").putArray("contributing").add(contributing);
        }));
    }

    private MeasureForm form(String lead) {
        return json.convertValue(office.valid("propose-measure", data -> data.put("lead", lead)), MeasureForm.class);
    }
}
