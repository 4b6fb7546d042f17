package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.browser.MeasureTour.Stop;
import de.kreislaufstadt.support.Entries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every form of every user task, opened by somebody who may: readable, German, every field named, nothing cut. */
abstract class EveryForm {

    /** Started from a dialog and from the page "Maßnahmen", or about no measure: their own tests show them. */
    private static final List<String> SHOWN_ELSEWHERE = List.of(
            "propose-measure",
            "change-details",
            "draft-component",
            "comment-component",
            "consolidate-component",
            "adopt-component");

    /** Forms in which somebody checks or releases, and the forms whose entries that is about. */
    private static final Map<String, List<String>> CHECKED = Map.ofEntries(
            Map.entry("review-proposal", List.of("propose-measure")),
            Map.entry("decide-measure", List.of("rework-proposal")),
            Map.entry("review-knowledge", List.of("define-knowledge-goals", "collect-knowledge")),
            Map.entry("review-stakeholders", List.of("analyse-stakeholders")),
            Map.entry("release-status-quo", List.of("summarise-status-quo")),
            Map.entry("agree-agenda", List.of("prepare-workshop")),
            Map.entry("check-minutes", List.of("write-minutes")),
            Map.entry("release-minutes", List.of("write-minutes", "handle-objections")),
            Map.entry("rate-project", List.of("sketch-project")),
            Map.entry("decide-starter-projects", List.of("sketch-project", "rate-project")),
            Map.entry("confirm-closure", List.of("close-project")),
            Map.entry("release-evaluation", List.of("evaluate-measure")));

    /**
     * Who judges organisations needs no names of persons; the purpose of keeping those is to invite them. And minutes come to
     * their release by one answer to the objections only. Whether an indicator is measured is said by its figures. How a request
     * for changes was met is for who asked; who decides reads the proposal as it is now.
     */
    private static final Pattern NOT_SHOWN = Pattern.compile(
            "(stakeholders\\.contact\\.|changes\\.answer = |objectionResult = |indicators\\.kind = ).*");

    /** Rows about what this measure has, which the example of the form cannot know. */
    private static final List<String> KNOWN_TO_THE_SERVER = List.of("choices", "changes");

    @TestFactory
    Stream<DynamicTest> showsWhatIsToBeDone(Workplace workplace) {
        MeasureTour tour = new MeasureTour(workplace);
        return Stream.concat(
                tour.stops().stream()
                        .map(stop -> DynamicTest.dynamicTest(stop.title(), () -> isReadable(workplace, tour, stop))),
                Stream.of(
                        DynamicTest.dynamicTest(
                                "what was entered stands on the page of the measure",
                                () -> standsOnThePageOfTheMeasure(workplace, tour)),
                        DynamicTest.dynamicTest("no form is left out", () -> areAllForms(tour))));
    }

    private static void isReadable(Workplace workplace, MeasureTour tour, Stop stop) {
        OpenForm form = tour.visit(stop);
        Tasklist tasklist = workplace.tasklist(stop.place());
        assertThat(tasklist.title()).hasText(stop.title());
        Screenshots.takeWhole(tasklist.page(), form.place(), "formular-" + stop.task());
        assertThat(form.context()).containsText("Was ist zu tun?");
        for (String checked : CHECKED.getOrDefault(stop.task(), List.of())) {
            assertThat(Entries.missing(
                            checked, tour.entered(checked), form.content().path("data")))
                    .as("entries of %s that %s does not show", checked, stop.task())
                    .allMatch(entry -> NOT_SHOWN.matcher(entry).matches());
        }
        assertThat(FormLook.faults(form)).as(stop.task()).isEmpty();
        assertThat(workplace.whatRan())
                .as("what texts have done in %s", stop.task())
                .isEmpty();
        assertThat(Accessibility.violations(tasklist.page(), ".ks-shell"))
                .as(stop.task())
                .isEmpty();
        photograph(tasklist, stop);
    }

    private static void standsOnThePageOfTheMeasure(Workplace workplace, MeasureTour tour) {
        MeasuresPage measures = workplace.tasklist("wfm").fresh().measures().searches(tour.number());
        assertThat(measures.rows()).hasCount(1);
        assertThat(FormLook.beyond(measures.place())).isEmpty();
        measures.opens(tour.number());
        Screenshots.takeWhole(measures.page(), measures.place(), "17-massnahme-gefaehrliche-texte");
        assertThat(measures.heading())
                .containsText(
                        tour.entered("propose-measure").at("/outline/title").asText());
        assertThat(measures.place().locator(".ks-questions li")).containsText(new String[] {"Türen und Fenster"});
        assertThat(FormLook.beyond(measures.place())).isEmpty();
        assertThat(workplace.whatRan()).isEmpty();
    }

    private static void photograph(Tasklist tasklist, Stop stop) {
        String address = tasklist.page().url();
        ObjectNode data = Examples.of(stop.task());
        data.remove(KNOWN_TO_THE_SERVER);
        HandbookPictures.takeForm(
                tasklist.page(),
                data,
                () -> tasklist.fresh()
                        .waitForForm(
                                ".*/form/task/[^/]+$", () -> tasklist.page().navigate(address)),
                stop.task());
    }

    private static void areAllForms(MeasureTour tour) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn/forms"))) {
            List<String> forms = files.map(file -> file.getFileName().toString().replace(".form", ""))
                    .toList();
            assertThat(Stream.concat(tour.stops().stream().map(Stop::task), SHOWN_ELSEWHERE.stream()))
                    .containsExactlyInAnyOrderElementsOf(forms);
        }
    }
}
