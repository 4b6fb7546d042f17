package de.kreislaufstadt.website;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.publication.PublicContentChanged.Cause;
import de.kreislaufstadt.released.ReleasedMeasure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No reader meets a code: whatever modules can hand over to be published has a word in both languages. */
class CodesHaveWordsTest {

    private static final ResourceBundle GERMAN = ResourceBundle.getBundle("messages.website", Locale.ROOT);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("messages.website", Locale.ENGLISH);

    /** A code in the source of a module that hands something over: as a literal of Java or of its statements. */
    private static final Pattern LITERAL = Pattern.compile("[\"']([A-Z][A-Z_]{2,})[\"']");

    @ParameterizedTest
    @CsvSource({
        "state, measure.MeasureState",
        "type, measure.MeasureType",
        "circularField, measure.CircularField",
        "lever, measure.Lever",
        "rStrategy, measure.RStrategy",
        "scope, measure.SpatialScope",
        "budget, measure.BudgetRelation",
        "funding, measure.FundingStatus",
        "state, measure.Phase",
        "result, measure.DecisionResult",
        "result, starterproject.Adoption",
        "role, starterproject.AgencyRole",
        "package, implementation.PackageStatus",
        "status, measure.ReportedValue$Status",
        "unit, measure.ReportedValue$Unit",
        "assessment, measure.StatusReports$Assessment",
        "goal, measure.EvaluationForm$GoalResult",
        "goal, implementation.GoalLevel",
        "count, survey.ParticipantGroup",
        "count, survey.Sector",
        "count, survey.Quadrant"
    })
    void everyConstantOfTheModulesIsSaid(String kind, String type) throws ClassNotFoundException {
        Object[] constants = Class.forName("de.kreislaufstadt." + type).getEnumConstants();
        assertThat(constants).isNotEmpty();
        isSaid(kind, Arrays.stream(constants).map(constant -> ((Enum<?>) constant).name()));
    }

    @Test
    void everyCauseOfAReleaseIsSaid() {
        isSaid("cause", Stream.concat(Arrays.stream(Cause.values()).map(Enum::name), Stream.of("VISIBILITY")));
    }

    @Test
    void everyPublicStepIsSaid() {
        String steps =
                ResourceBundle.getBundle("reference.public-steps", Locale.ROOT).getString("steps");
        isSaid("step", Arrays.stream(steps.split(",")).map(String::strip));
    }

    /** A number that is just what it is needs no word before it. */
    @Test
    void everyOperatorIsSaidButTheOneThatNeedsNoWord() throws ClassNotFoundException {
        Object[] operators = Class.forName("de.kreislaufstadt.measure.ReportedValue$Operator")
                .getEnumConstants();
        isSaid(
                "operator",
                Arrays.stream(operators)
                        .map(operator -> ((Enum<?>) operator).name())
                        .filter(name -> !name.equals("EQUAL")));
    }

    @Test
    void everyFieldOfAVersionHasAName() {
        Words words = new Words(LocalDate.EPOCH);
        assertThat(ReleasedMeasure.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .allSatisfy(name -> assertThat(Stream.of(name, name + ".any").map(words::path))
                        .as(name)
                        .noneMatch(word -> word.startsWith(name)));
    }

    /** Events and counts have no type that lists them: they are what the modules write into what they hand over. */
    @Test
    void everyEventAndCountThatAModuleHandsOverIsSaid() {
        TreeSet<String> events = new TreeSet<>();
        TreeSet<String> counts = new TreeSet<>();
        for (String source : handingOver()) {
            codes(source, "new Event\\(.*?;").forEach(events::add);
            codes(source, "new Count\\([^;]*?\\)").forEach(counts::add);
            codes(source, "select \\d( as place)?, '\\w+'").forEach(counts::add);
        }
        assertThat(events).contains("WORKSHOP_HELD", "WORKSHOP_PLANNED", "EXCHANGE", "KNOWLEDGE_SUMMARY");
        assertThat(counts).contains("ALL", "OTHER_GROUPS", "ANSWERS", "UNITS");
        events.removeAll(counts);
        isSaid("event", events.stream());
        isSaid("count", counts.stream());
    }

    private static List<String> handingOver() {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> found = sources.filter(path -> path.toString().endsWith(".java"))
                    .map(CodesHaveWordsTest::read)
                    .filter(source -> source.contains("implements PublicPart"))
                    .toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(6);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> codes(String source, String place) {
        return Pattern.compile(place, Pattern.DOTALL)
                .matcher(source)
                .results()
                .flatMap(found -> LITERAL.matcher(found.group()).results())
                .map(found -> found.group(1));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isSaid(String kind, Stream<String> codes) {
        assertThat(codes).isNotEmpty().allSatisfy(code -> {
            String key = "website." + kind + "." + code;
            assertThat(GERMAN.containsKey(key)).as("German word for %s", key).isTrue();
            assertThat(ENGLISH.getString(key)).as("English word for %s", key).isNotBlank();
        });
    }
}
