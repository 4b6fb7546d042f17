package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.browser.MeasureTour.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every form of every user task, opened by somebody who may: readable, German, every field named, nothing cut. */
abstract class EveryForm {

    /** Started from a dialog and from the page "Maßnahmen": their own tests show them. */
    private static final List<String> SHOWN_ELSEWHERE = List.of("propose-measure", "change-details");

    @TestFactory
    Stream<DynamicTest> showsWhatIsToBeDone(Workplace workplace) {
        MeasureTour tour = new MeasureTour(workplace);
        return Stream.concat(
                tour.stops().stream()
                        .map(stop -> DynamicTest.dynamicTest(stop.title(), () -> isReadable(workplace, tour, stop))),
                Stream.of(DynamicTest.dynamicTest("no form is left out", () -> areAllForms(tour))));
    }

    private static void isReadable(Workplace workplace, MeasureTour tour, Stop stop) {
        OpenForm form = tour.visit(stop);
        Tasklist tasklist = workplace.tasklist(stop.place());
        assertThat(tasklist.title()).hasText(stop.title());
        Screenshots.takeWhole(tasklist.page(), form.place(), "formular-" + stop.task());
        assertThat(form.context()).containsText("Was ist zu tun?");
        assertThat(FormLook.faults(form)).as(stop.task()).isEmpty();
        assertThat(Accessibility.violations(tasklist.page(), ".ks-shell"))
                .as(stop.task())
                .isEmpty();
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
