package de.kreislaufstadt.steering;

import de.kreislaufstadt.process.BackgroundWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Works batches off. */
@Component
class BackgroundBatches extends BackgroundWork {

    private static final Duration PAUSE = Duration.ofSeconds(15);

    BackgroundBatches(
            BatchWorker worker,
            @Value("${kreislaufstadt.steering.background:${kreislaufstadt.mail.background:true}}") boolean wanted) {
        super("steering", worker::workOff, PAUSE, wanted);
    }
}
