package de.kreislaufstadt.monitoring.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.monitoring.throughput.Counts.Duration;
import org.junit.jupiter.api.Test;

class CountsTest {

    private final Counts counts = new Counts();

    @Test
    void theMedianOfAnEvenNumberIsTheLowerOfTheTwoInTheMiddle() {
        add(1, 2, 3, 4);

        assertThat(counts.percentile(50)).isEqualTo(new Duration(2, "HOURS"));
    }

    @Test
    void nineOfTenDoNotExceedTheNinetyPercentValue() {
        add(1, 2, 3, 4, 5, 6, 7, 8, 71, 72);

        assertThat(counts.percentile(90)).isEqualTo(new Duration(71, "HOURS"));
        assertThat(counts.percentile(100)).isEqualTo(new Duration(3, "DAYS"));
    }

    @Test
    void nothingCountedHasNoPercentile() {
        assertThat(counts.percentile(50)).isNull();
    }

    private void add(int... steps) {
        for (int step : steps) {
            counts.add(step, 1);
        }
    }
}
