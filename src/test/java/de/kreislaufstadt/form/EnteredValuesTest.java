package de.kreislaufstadt.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.form.EnteredValues.Entered;
import de.kreislaufstadt.form.EnteredValues.Personal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody has entered, beside what the form showed. */
class EnteredValuesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final JsonNode SCHEMA = json("""
            {"components": [
              {"type": "text", "text": "Hinweis"},
              {"type": "textfield", "key": "title"},
              {"type": "number", "key": "cost"},
              {"type": "checkbox", "key": "public"},
              {"type": "checklist", "key": "fields"},
              {"type": "textfield", "key": "number", "readonly": true},
              {"type": "select", "key": "person", "properties": {"personal": "account"}},
              {"type": "group", "path": "place", "components": [{"type": "textfield", "key": "town"}]},
              {"type": "dynamiclist", "path": "guests", "components": [
                {"type": "textfield", "key": "organisation"},
                {"type": "group", "path": "contact", "properties": {"personal": "withheld"}, "components": [
                  {"type": "textfield", "key": "email"}]}]}]}
            """);

    @Test
    void everyFieldIsToldAsItWasAndAsItIs() {
        assertThat(entered(
                        "{\"title\": \"Alt\", \"cost\": 10.0, \"place\": {\"town\": \"Münster\"}, \"fields\": [\"FOOD\"]}",
                        "{\"title\": \"Neu\", \"cost\": 10, \"public\": true, \"place\": {\"town\": \" \"},"
                                + " \"fields\": [\"FOOD\", \"BUILDING\"]}"))
                .containsExactly(
                        new Entered("title", "Alt", "Neu", Personal.NO),
                        new Entered("cost", "10", "10", Personal.NO),
                        new Entered("public", null, "true", Personal.NO),
                        new Entered("fields", "FOOD", "FOOD, BUILDING", Personal.NO),
                        new Entered("place.town", "Münster", null, Personal.NO));
    }

    @Test
    void rowsAreToldOneByOneAlsoThoseThatAreGone() {
        assertThat(entered(
                        "{\"guests\": [{\"organisation\": \"IHK\"}, {\"organisation\": \"Uni\"}]}",
                        "{\"guests\": [{\"organisation\": \"HWK\"}]}"))
                .containsExactly(
                        new Entered("guests[0].organisation", "IHK", "HWK", Personal.NO),
                        new Entered("guests[1].organisation", "Uni", null, Personal.NO));
    }

    @Test
    void whatIsOnlyShownOrNotFilledIsLeftOut() {
        assertThat(entered(
                        "{\"number\": \"7\", \"other\": \"x\"}",
                        "{\"number\": \"7\", \"public\": false, \"title\": null, \"fields\": []}"))
                .isEmpty();
    }

    @Test
    void dataOfPeopleIsNamedButNotKept() {
        assertThat(entered(
                        "{\"person\": \"wfm-leitung\"}",
                        "{\"person\": \"wfm-sachbearbeitung\", \"guests\": [{\"contact\": {\"email\": \"a@b.example\"}},"
                                + " {\"contact\": {\"email\": \"c@d.example\"}}]}"))
                .containsExactly(
                        new Entered("person", "wfm-leitung", "wfm-sachbearbeitung", Personal.ACCOUNT),
                        new Entered("guests.contact.email", null, null, Personal.WITHHELD));
    }

    /** By what they are called: who adds a form with addresses of people need not remember this test. */
    @Test
    void everyFieldThatIsAboutAPersonSaysSo() throws IOException {
        List<String> unmarked = new ArrayList<>();
        try (Stream<Path> forms = Files.list(Path.of("bpmn", "forms"))) {
            for (Path form :
                    forms.filter(file -> file.toString().endsWith(".form")).toList()) {
                unmarked(JSON.readTree(form.toFile()).path("components"), form.getFileName() + ": ", false, unmarked);
            }
        }
        assertThat(unmarked).as("\"properties\": {\"personal\": …}").isEmpty();
    }

    private static void unmarked(JsonNode components, String path, boolean marked, List<String> found) {
        Set<String> personal = Set.of("email", "mail", "phone", "contact", "person", "substitute");
        for (JsonNode component : components) {
            String name = component.path("key").asText(component.path("path").asText(""));
            boolean said = marked || component.path("properties").has("personal");
            if (personal.contains(name) && !said) {
                found.add(path + name);
            }
            unmarked(component.path("components"), path + name + ".", said, found);
        }
    }

    private static List<Entered> entered(String before, String after) {
        return EnteredValues.of(new FormSchema("test", SCHEMA), json(before), json(after));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
