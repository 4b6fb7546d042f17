package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import de.kreislaufstadt.process.MeasureDirectory.Card;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class MattersTest {

    private static final String CITY = "muenster";
    private static final Card MEASURE =
            new Card(UUID.randomUUID(), "WW-09", "Kreislaufstadt", null, "Beschlossen", false);
    private static final Card ROUND =
            new Card(UUID.randomUUID(), "MA-STRATEGY-1", "Strategie", null, "Rückmeldungen", false);

    private final MeasureDirectory measures = mock();
    private final Matters matters = new Matters(
            measures,
            new StaticListableBeanFactory(Map.of("components", new Components()))
                    .getBeanProvider(MatterDirectory.class));

    @BeforeEach
    void oneMeasure() {
        when(measures.card(CITY, MEASURE.id())).thenReturn(MEASURE);
        when(measures.cards(CITY, List.of("WW-09"))).thenReturn(Map.of("WW-09", MEASURE));
    }

    @Test
    void aTaskIsAboutAMeasureUnlessAnotherModuleClaimsItsKey() {
        assertThat(matters.of(task(MEASURE))).isEqualTo(MEASURE);
        assertThat(matters.of(task(ROUND))).isEqualTo(ROUND);
        assertThat(matters.isMeasure("WW-09")).isTrue();
        assertThat(matters.isMeasure("MA-STRATEGY-1")).isFalse();
    }

    @Test
    void cardsOfBothKindsComeInOneMapAndNobodyIsAskedForWhatIsNotTheirs() {
        assertThat(matters.cards(CITY, List.of("MA-STRATEGY-1", "WW-09")))
                .containsOnly(Map.entry("WW-09", MEASURE), Map.entry("MA-STRATEGY-1", ROUND));

        MeasureDirectory others = mock();
        new Matters(
                        others,
                        new StaticListableBeanFactory(Map.of("components", new Components()))
                                .getBeanProvider(MatterDirectory.class))
                .cards(CITY, List.of("MA-STRATEGY-1"));
        verify(others, never()).cards(anyString(), any());
    }

    @Test
    void anIdAloneFindsEither() {
        assertThat(matters.of(CITY, MEASURE.id())).isEqualTo(MEASURE);
        assertThat(matters.of(CITY, ROUND.id())).isEqualTo(ROUND);
    }

    @Test
    void aSearchFindsBoth() {
        when(measures.matching(CITY, "str", List.of())).thenReturn(List.of("WW-09"));
        assertThat(matters.matching(CITY, "str", List.of())).containsExactly("WW-09", "MA-STRATEGY-1");
    }

    private static TaskContext task(Card about) {
        return new TaskContext(CITY, about.id(), about.number(), "wfm", "process", "task", "1", "somebody", Map.of());
    }

    /** A module with one matter. */
    private static final class Components implements MatterDirectory {

        @Override
        public boolean owns(String key) {
            return key.startsWith("MA-") && key.lastIndexOf('-') > 2;
        }

        @Override
        public Optional<Card> card(String municipality, UUID id) {
            return id.equals(ROUND.id()) ? Optional.of(ROUND) : Optional.empty();
        }

        @Override
        public Map<String, Card> cards(String municipality, Collection<String> keys) {
            return Map.of(ROUND.number(), ROUND);
        }

        @Override
        public List<String> matching(String municipality, String word) {
            return List.of(ROUND.number());
        }
    }
}
