package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tab "Übernahmen": a table is looked at, its fields are read, and it is applied in the background. */
abstract class ImportsOnTheirPage {

    private static final int PHONE = 390;
    private static final int MANY = 60;

    private static final String TABLE = """
            Kennung in anderen Systemen;Titel;Was ist im Einzelnen geplant?;Handlungsfeld;Verantwortliche Stelle, wie veröffentlicht;Kosten
            uebernahme1;Leihladen im Quartier;Werkzeug und Geräte werden verliehen.;Wirtschaft und Wissenschaft;Verein;ca. 25.000 € pro Jahr
            uebernahme2;Baustoffbörse;Bauteile finden einen zweiten Ort.;Bauen und Sanieren;Stadtverwaltung;862.139
            uebernahme3;=1+1;Eine Formel statt eines Titels.;Bauen und Sanieren;Stadtverwaltung;Siehe Investmentplan
            """;

    @Test
    void aTableIsLookedAtFieldByFieldAndThenApplied(Workplace workplace) {
        SignIn signIn = workplace.signIn("tasklist");
        signIn.as("admin");
        Page page = signIn.page();
        page.navigate(workplace.city().address("/camunda/app/tasklist/default/#/verwaltung?bereich=imports"));
        Locator admin = page.locator(".ks-admin");
        Locator tab = admin.getByRole(AriaRole.TABPANEL);
        assertThat(tab).containsText("Neue Übernahme");
        assertThat(German.leftovers(tab)).isEmpty();
        assertThat(Accessibility.violations(page, ".ks-admin")).isEmpty();
        HandbookPictures.takePage(page, admin, "uebernahmen");
        tab.getByText("Einzelne Vorlagen als Text (CSV)").click();
        tab.getByText("Einzelne Tabellen als Text (CSV)").click();
        assertThat(tab.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Indikatoren")))
                .hasCount(2);
        assertThat(Accessibility.violations(page, ".ks-admin")).isEmpty();
        Screenshots.takeWhole(page, admin, "uebernahmen");

        button(tab, "Prüfen").click();
        assertThat(tab).containsText("Bitte wählen Sie mindestens eine Datei.");
        tab.locator("#ks-imports-files")
                .setInputFiles(new FilePayload("massnahmen.csv", "text/csv", TABLE.getBytes(StandardCharsets.UTF_8)));
        button(tab, "Prüfen").click();
        assertThat(tab).containsText("Bitte füllen Sie dieses Feld aus.");
        assertThat(Accessibility.violations(page, ".ks-admin")).isEmpty();

        tab.getByLabel("Name der Quelle").fill("Klimastadtvertrag");
        tab.getByLabel("Stand der Quelle").fill("26.03.2024");
        tab.getByLabel("Federführende Organisationseinheit").selectOption("klima");
        tab.getByLabel("Erreichter Stand").selectOption("COMPLETED");
        button(tab, "Prüfen").click();
        assertThat(tab).containsText("Das geschähe. Noch ist nichts geschrieben.");
        tab.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Felder der Zeile 2"))
                .click();
        assertThat(tab).containsText("ca. 25.000 € pro Jahr");
        assertThat(tab).containsText("Eine ungefähre Zahl");
        assertThat(German.leftovers(tab)).isEmpty();
        assertThat(Accessibility.violations(page, ".ks-admin")).isEmpty();
        HandbookPictures.takePage(page, admin, "uebernahme-pruefen");
        Screenshots.takeWhole(page, admin, "uebernahme-geprueft");
        page.setViewportSize(PHONE, Browser.HEIGHT);
        Screenshots.takeAll(page, "uebernahme-geprueft-handy");
        page.setViewportSize(Browser.WIDTH, Browser.HEIGHT);

        button(tab, "Anwenden").click();
        assertThat(tab).containsText("Die Übernahme ist angewendet.");
        tab.getByLabel("Zeigen:").selectOption("REFUSED");
        assertThat(tab.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Felder der Zeile 2")))
                .hasCount(0);
        tab.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Felder der Zeile 4"))
                .click();
        assertThat(tab).containsText("steht eine Formel");
        assertThat(Accessibility.violations(page, ".ks-admin")).isEmpty();
        Screenshots.takeWhole(page, admin, "uebernahme-angewendet");
        button(tab, "Zurück zu allen Übernahmen").click();
        assertThat(tab).containsText("2 neu, 1 abgelehnt");
        page.context().close();
    }

    @Test
    void aFileThatCannotBeTakenSaysWhyAndIsNotKept(Workplace workplace) throws IOException {
        SignIn signIn = workplace.signIn("tasklist");
        signIn.as("admin");
        Page page = signIn.page();
        Locator tab = opened(workplace, page);
        said(tab);

        chosen(tab, "leer.csv", new byte[0]);
        button(tab, "Prüfen").click();
        assertThat(tab).containsText("Die Datei leer.csv ist leer.");

        Path large = Files.createTempFile("gross", ".csv");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(65L * 1024 * 1024);
            tab.locator("#ks-imports-files").setInputFiles(large);
            button(tab, "Prüfen").click();
            assertThat(tab).containsText("ist größer als 64 MB");
        } finally {
            Files.delete(large);
        }

        chosen(tab, "bild.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1});
        button(tab, "Prüfen").click();
        assertThat(tab).containsText("Die Dateien lassen sich so nicht lesen. Nichts wurde geändert.");
        assertThat(tab).containsText("bild.png");
        assertThat(German.leftovers(tab)).isEmpty();
        assertThat(Accessibility.violations(page, ".ks-admin")).isEmpty();
        Screenshots.takeWhole(page, page.locator(".ks-admin"), "uebernahme-nicht-lesbar");
        button(tab, "Verwerfen").click();
        assertThat(tab).containsText("Die Übernahme ist beendet.");
        page.context().close();
    }

    @Test
    void anImportGoesOnWithoutItsPageAndIsFoundAgain(Workplace workplace) {
        SignIn signIn = workplace.signIn("tasklist");
        signIn.as("admin");
        Page page = signIn.page();
        Locator tab = opened(workplace, page);
        said(tab);
        StringBuilder table = new StringBuilder(TABLE.lines().findFirst().orElseThrow()).append('\n');
        for (int i = 0; i < MANY; i++) {
            table.append("weiter").append(i).append(";Maßnahme;Wir bauen.;Bauen und Sanieren;Stadt;1 €\n");
        }
        chosen(tab, "viele.csv", table.toString().getBytes(StandardCharsets.UTF_8));
        button(tab, "Prüfen").click();
        assertThat(tab).containsText("Das geschähe. Noch ist nichts geschrieben.");
        button(tab, "Anwenden").click();
        assertThat(tab).not().containsText("Noch ist nichts geschrieben.");
        page.close();

        Page again = signIn.page().context().newPage();
        tab = opened(workplace, again);
        tab.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("viele.csv"))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(tab).containsText("Die Übernahme ist angewendet.");
        assertThat(tab.getByRole(AriaRole.TABLE).first()).containsText(String.valueOf(MANY));
        again.context().close();
    }

    private static Locator opened(Workplace workplace, Page page) {
        page.navigate(workplace.city().address("/camunda/app/tasklist/default/#/verwaltung?bereich=imports"));
        Locator tab = page.locator(".ks-admin").getByRole(AriaRole.TABPANEL);
        assertThat(tab).containsText("Neue Übernahme");
        return tab;
    }

    private static void said(Locator tab) {
        tab.getByLabel("Name der Quelle").fill("Klimastadtvertrag");
        tab.getByLabel("Stand der Quelle").fill("26.03.2024");
        tab.getByLabel("Federführende Organisationseinheit").selectOption("klima");
        tab.getByLabel("Erreichter Stand").selectOption("COMPLETED");
    }

    private static void chosen(Locator tab, String name, byte[] content) {
        tab.locator("#ks-imports-files").setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
