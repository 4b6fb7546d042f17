package de.kreislaufstadt.survey;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.PhaseDesk;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The quarterly exchange keeps the register of circular activities up to date. */
class ExchangeTest {

    private static final String LEAD = "wfm-sachbearbeitung";
    private static final String UMWELT = "umwelt-sachbearbeitung";

    private final PhaseDesk desk = new PhaseDesk("survey");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyDepartmentOfTheMeasureIsAskedBeforehand() {
        desk.runs("plan-exchange");

        assertThat(desk.routing("exchangeDepartments")).isEqualTo("wfm,umwelt,immobilien");
        assertThat(desk.one("select id from exchange")).isEqualTo(desk.routing("exchangeId"));
        assertThat(desk.one("select count(*) from exchange_department where state = 'ASKED'"))
                .isEqualTo("3");
    }

    @Test
    void newActivitiesEnterTheRegister() {
        ask("umwelt");
        desk.completes(UMWELT, "report-activities", this::news);

        assertThat(desk.one("select name from circular_activity where department = 'umwelt'"))
                .isEqualTo("Mehrweg in der Kantine");
        assertThat(desk.one("select change from circular_activity_report where exchange_id is not null"))
                .isEqualTo("NEW");
        assertThat(desk.one("select state from exchange_department where department = 'umwelt'"))
                .isEqualTo("NEWS");
    }

    @Test
    void aReportedActivityIsChangedInPlaceAndItsHistoryKept() {
        ask("umwelt");
        desk.completes(UMWELT, "report-activities", data -> {
            news(data);
            activity(data)
                    .putObject("quantity")
                    .put("status", "VALUE")
                    .put("value", 400)
                    .put("unit", "T")
                    .put("source", "Wiegeschein")
                    .put("asOf", "2026-01-31");
        });
        ask("umwelt");
        desk.completesPrefilled(UMWELT, "report-activities", Set.of("activities"), data -> {
            data.put("news", "NEWS");
            activity(data).put("state", "RUNNING").put("name", "Mehrweg in allen Kantinen");
        });

        assertThat(desk.one("select name || ' ' || status from circular_activity"))
                .isEqualTo("Mehrweg in allen Kantinen RUNNING");
        assertThat(desk.all("select change || ' ' || status from circular_activity_report order by created_at"))
                .containsExactly("NEW PLANNED", "CHANGED RUNNING");
        assertThat(desk.one("select count(*) from reported_value")).isEqualTo("1");
    }

    @Test
    void whoSaysThereIsNewsMustReportSome() {
        ask("umwelt");
        desk.completes(UMWELT, "report-activities", this::news);
        ask("umwelt");

        assertThat(refusal(() -> desk.completesPrefilled(
                        UMWELT, "report-activities", Set.of("activities"), data -> data.put("news", "NEWS"))))
                .containsExactly("activities survey.activity.nothingNew");
        desk.completes(UMWELT, "report-activities");
        assertThat(desk.one("select count(*) from exchange_department where state = 'NO_NEWS'"))
                .isEqualTo("1");
        assertThat(refusal(() -> desk.completes(UMWELT, "report-activities", data -> {
                    news(data);
                    data.put("news", "NO_NEWS");
                })))
                .containsExactly("activities form.hidden");
    }

    @Test
    void theLeadDocumentsWhoMetAndWhatWasAgreed() {
        ask("umwelt");
        desk.completes(UMWELT, "report-activities", this::news);
        assertThat(desk.prefill("document-exchange").get("activities"))
                .isEqualTo("Mehrweg in der Kantine (Amt umwelt): neu, geplant");
        assertThat(desk.prefill("document-exchange").get("reports").toString())
                .contains("Amt umwelt | Neues gemeldet", "Amt wfm | fehlt");

        assertThat(refusal(() -> desk.completes(LEAD, "document-exchange", data -> data.put("heldOn", "2026-03-03"))))
                .containsExactly("heldOn survey.exchange.heldInFuture");
        assertThat(refusal(() -> desk.completes(
                        LEAD,
                        "document-exchange",
                        data -> ((ObjectNode) data.get("agreements").get(0)).put("due", "2025-03-16"))))
                .containsExactly("agreements[0].due survey.agreement.dueBeforeExchange");
        desk.completes(LEAD, "document-exchange");

        assertThat(desk.one("select held_on || ' ' || array_length(units, 1) from exchange"))
                .isEqualTo("2025-03-17 2");
        assertThat(desk.one("select responsible from exchange_agreement")).isEqualTo("personal");
    }

    private void ask(String department) {
        desk.runs("plan-exchange");
        desk.routing("department", department);
    }

    private void news(ObjectNode data) {
        data.removeAll();
        data.setAll(desk.valid("report-activities-news"));
    }

    private static ObjectNode activity(ObjectNode data) {
        return (ObjectNode) data.get("activities").get(0);
    }
}
