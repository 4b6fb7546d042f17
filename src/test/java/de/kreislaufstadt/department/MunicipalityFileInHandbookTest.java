package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The handbook's reference of a municipality's file: complete, with an example that can be applied. */
class MunicipalityFileInHandbookTest {

    private static final Path PAGE = Path.of("docs/handbuch/kommunen-datei.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyWordOfTheFileIsExplained() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> words = new HashSet<>();
        collect(MunicipalityFile.class, words);

        assertThat(words)
                .hasSizeGreaterThan(30)
                .allSatisfy(word -> assertThat(page).as(word).containsPattern("(?m)`" + word + "`|^## " + word + ":"));
        assertThat(Role.names()).allSatisfy(role -> assertThat(page).contains("`" + role + "`"));
        assertThat(Role.OF_THE_MEASURE).allSatisfy(role -> assertThat(page).contains("`" + role + "`"));
        assertThat(ExtraSettings.CRITERIA)
                .allSatisfy(criterion -> assertThat(page).contains("`" + criterion + "`"));
        assertThat(List.of(FederalState.values()))
                .allSatisfy(state -> assertThat(page).contains(state.name()));
    }

    @Test
    void theExampleIsAFileThatMayBeApplied() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();

        MunicipalityFile file = new MunicipalityFileReader().read("example", example.group(1));

        City city = new MunicipalityFileCheck("example", file, TestSteps.create(), LocalDate.of(2026, 3, 2)).city();
        assertThat(city.units()).hasSize(3);

        assertThat(example.find()).as("the association's").isTrue();
        MunicipalityFile association = new MunicipalityFileReader().read("example", example.group(1));
        City office =
                new MunicipalityFileCheck("example", association, TestSteps.create(), LocalDate.of(2026, 3, 2)).city();
        assertThat(office.association()).isTrue();
    }

    private static void collect(Type type, Set<String> words) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, words);
            }
        } else if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                words.add(component.getName());
                collect(component.getGenericType(), words);
            }
        }
    }
}
