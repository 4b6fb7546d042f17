package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.rights.Cast;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.upgrade.ChangedModels;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Operators find on Cockpit's first page what runs on older versions, try to lift it, and lift what can be. */
abstract class VersionsInCockpit {

    @Autowired
    CockpitRoom room;

    @Autowired
    Office office;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Accounts accounts;

    private ChangedModels models;
    private Cast cast;
    private List<String> measures;

    @BeforeEach
    void twoMeasuresRunOnAnOlderVersion() {
        room.numbers();
        cast = new Cast(identity, authorizations, accounts);
        cast.enter();
        models = new ChangedModels(repository);
        models.ofCity("knowledge-building", ChangedModels.asItIs());
        measures = List.of(inKnowledge(), inKnowledge());
        office.as("wfm-sachbearbeitung").completes(measures.get(1), "define-knowledge-goals");
        office.as("immobilien-sachbearbeitung").completes(measures.get(1), "collect-knowledge");
        office.as("personal-sachbearbeitung").completes(measures.get(1), "collect-knowledge");
        models.ofCity("knowledge-building", ChangedModels.withoutReview());
    }

    @AfterEach
    void everythingGoes() {
        models.close();
        cast.leave();
    }

    @Test
    void theReportOfADryRunComesFirstAndWhatStaysIsNamed() {
        Page first = room.cockpitOf(cast.name(Role.OPERATOR));
        first.getByText("Fassungen der Abläufe").click();
        CockpitPage page = new CockpitPage(first);
        Locator older = page.part("tr")
                .filter(new Locator.FilterOptions().setHasText("Wissensaufbau (muenster)"))
                .filter(new Locator.FilterOptions().setHasText("Probelauf"));
        assertThat(older).hasCount(1);

        older.getByText("Auf die neueste Fassung heben: Probelauf").click();

        Locator run = page.part("tr").filter(new Locator.FilterOptions().setHasText("Probelauf Wissensaufbau: 1 → 2"));
        assertThat(run.first()).containsText("1 von 2 erledigt, 1 nicht möglich");
        Locator report = page.part("table table tbody tr");
        assertThat(report).hasCount(2);
        assertThat(row(report, 0)).containsText("würde gehoben");
        assertThat(row(report, 1)).containsText("bliebe");
        assertThat(row(report, 1)).containsText("Wissensstand prüfen");
        page.isFitForUse("76-fassungen-probelauf");

        page.button("Jetzt heben: Probelauf Wissensaufbau: 1 → 2, " + begun(run))
                .click();

        Locator lifted = page.part("table table tbody tr").filter(new Locator.FilterOptions().setHasText("gehoben"));
        assertThat(page.place()).containsText("Wissensaufbau: 1 → 2");
        assertThat(lifted.filter(new Locator.FilterOptions().setHasNotText("würde"))
                        .first())
                .containsText(measures.get(0));
        page.isFitForUse("77-fassungen-gehoben");
        assertThat(versionOf(measures.get(0))).isEqualTo(2);
        assertThat(versionOf(measures.get(1))).isEqualTo(1);
    }

    @Test
    void managersAreToldThatThisIsNotTheirs() {
        CockpitPage page = room.opens("klima-leitung", "fassungen");
        assertThat(page.place().locator("[role=alert]")).isVisible();
    }

    private Locator row(Locator report, int measure) {
        return report.filter(new Locator.FilterOptions().setHasText(measures.get(measure)))
                .first();
    }

    private static String begun(Locator run) {
        return run.first().locator("td").first().innerText().lines().findFirst().orElseThrow();
    }

    private int versionOf(String measure) {
        return repository
                .getProcessDefinition(office.runtime()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(measure)
                        .processDefinitionKey("knowledge-building")
                        .singleResult()
                        .getProcessDefinitionId())
                .getVersion();
    }

    private String inKnowledge() {
        String measure = office.as("wfm-sachbearbeitung").proposes();
        office.as("klima-sachbearbeitung").completes(measure, "review-proposal");
        office.as("wfm-leitung")
                .completes(
                        measure,
                        "decide-measure",
                        decision -> decision.putArray("phases").add("KNOWLEDGE"));
        return measure;
    }
}
