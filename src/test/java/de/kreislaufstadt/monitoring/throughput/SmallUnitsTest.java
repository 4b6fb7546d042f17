package de.kreislaufstadt.monitoring.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which departments are shown alone: none of fewer than five people, and none that the others give away. */
class SmallUnitsTest {

    @Test
    void largeUnitsStandAlone() {
        SmallUnits.Shown shown = SmallUnits.of(List.of("wfm", "umwelt"), Map.of("wfm", 5, "umwelt", 40));

        assertThat(shown.alone()).containsExactly("umwelt", "wfm");
        assertThat(shown.together()).isEmpty();
    }

    @Test
    void smallUnitsStandTogetherWhenTheyAreEnoughPeople() {
        SmallUnits.Shown shown =
                SmallUnits.of(List.of("wfm", "klima", "archiv"), Map.of("wfm", 9, "klima", 3, "archiv", 2));

        assertThat(shown.alone()).containsExactly("wfm");
        assertThat(shown.together()).containsExactlyInAnyOrder("klima", "archiv");
        assertThat(shown.togetherShown()).isTrue();
    }

    /** The total less the units shown alone would be the small one. */
    @Test
    void aSingleSmallUnitTakesTheSmallestOtherWithIt() {
        SmallUnits.Shown shown =
                SmallUnits.of(List.of("wfm", "klima", "umwelt"), Map.of("wfm", 9, "klima", 4, "umwelt", 30));

        assertThat(shown.alone()).containsExactly("umwelt");
        assertThat(shown.together()).containsExactlyInAnyOrder("wfm", "klima");
    }

    @Test
    void smallUnitsThatAreTooFewTogetherTakeAnotherWithThem() {
        SmallUnits.Shown shown = SmallUnits.of(
                List.of("wfm", "klima", "archiv", "umwelt"), Map.of("wfm", 9, "klima", 2, "archiv", 2, "umwelt", 30));

        assertThat(shown.alone()).containsExactly("umwelt");
        assertThat(shown.together()).contains("wfm");
    }

    @Test
    void fewerThanFivePeopleInAllAreNotShownAtAll() {
        SmallUnits.Shown shown = SmallUnits.of(List.of("klima", "archiv"), Map.of("klima", 2, "archiv", 2));

        assertThat(shown.alone()).isEmpty();
        assertThat(shown.togetherShown()).isFalse();
    }

    /** A unit that was dissolved, and tasks of no unit. */
    @Test
    void aUnitWithoutPeopleIsSmall() {
        assertThat(SmallUnits.of(List.of("", "umwelt", "wfm"), Map.of("umwelt", 30, "wfm", 8))
                        .together())
                .containsExactlyInAnyOrder("", "wfm");
    }
}
