package de.kreislaufstadt.form;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Case and spaces do not make two names different. */
class DistinctTest {

    @Test
    void everyRepetitionIsNamedAtItsRow() {
        assertThat(refused(Arrays.asList(
                        "Handwerkskammer", null, " handwerksKAMMER ", "Verein  der Straße", "verein der straße")))
                .containsExactly("rows[2].name duplicate", "rows[4].name duplicate");
    }

    private static List<String> refused(List<String> names) {
        Problems problems = new Problems();
        Distinct.check(problems, "rows", "name", names, "duplicate");
        return refusal(problems::throwIfAny);
    }
}
