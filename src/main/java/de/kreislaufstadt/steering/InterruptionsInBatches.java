package de.kreislaufstadt.steering;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Intervention;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Pausing and resuming a selection of measures. Neither loses anything, and the one takes the other back; cancelling, merging
 * and changing the lead want to be looked at one by one, with what each of them would do.
 */
@Configuration(proxyBeanMethods = false)
class InterruptionsInBatches {

    /** One of the ways to interrupt a measure. */
    private interface Way {

        void take(String number, MeasureInterruptions.Wish wish, Login who);
    }

    @Bean
    Intervention pausing(MeasureInterruptions interruptions) {
        return new OfMeasure("PAUSE", interruptions::pause);
    }

    @Bean
    Intervention resuming(MeasureInterruptions interruptions) {
        return new OfMeasure("RESUME", interruptions::resume);
    }

    private record OfMeasure(String kind, Way way) implements Intervention {

        @Override
        public boolean inBatches() {
            return true;
        }

        @Override
        public List<String> itemsOf(String municipality, String number) {
            return List.of(number);
        }

        @Override
        public void carryOut(String item, Wish wish, Login who) {
            way.take(item, new MeasureInterruptions.Wish(wish.reason(), null, null), who);
        }
    }
}
