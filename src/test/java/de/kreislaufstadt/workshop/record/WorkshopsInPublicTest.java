package de.kreislaufstadt.workshop.record;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.released.ReleasedParts.Count;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody is recognised by the size of the group they came with. */
class WorkshopsInPublicTest {

    @Test
    void groupsOfFiveAndMoreAreNamed() {
        assertThat(WorkshopsInPublic.together(List.of(new Count("BUSINESS", 10), new Count("UNIVERSITY", 5))))
                .containsExactly(new Count("BUSINESS", 10), new Count("UNIVERSITY", 5));
    }

    @Test
    void smallerOnesArePutTogether() {
        assertThat(WorkshopsInPublic.together(
                        List.of(new Count("BUSINESS", 10), new Count("CHAMBER", 4), new Count("POLITICS", 1))))
                .containsExactly(new Count("BUSINESS", 10), new Count("OTHER_GROUPS", 5));
    }

    @Test
    void whereTheseAreTooFewOnlyTheSumOfAllIsSaid() {
        assertThat(WorkshopsInPublic.together(List.of(new Count("BUSINESS", 10), new Count("CHAMBER", 4))))
                .containsExactly(new Count("ALL", 14));
    }

    @Test
    void nobodyIsNoCount() {
        assertThat(WorkshopsInPublic.together(List.of())).isEmpty();
    }
}
