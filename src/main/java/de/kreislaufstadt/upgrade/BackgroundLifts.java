package de.kreislaufstadt.upgrade;

import de.kreislaufstadt.process.BackgroundWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lifts what is to be lifted. */
@Component
class BackgroundLifts extends BackgroundWork {

    private static final Duration PAUSE = Duration.ofSeconds(15);

    BackgroundLifts(
            LiftWorker worker,
            @Value("${kreislaufstadt.upgrade.background:${kreislaufstadt.mail.background:true}}") boolean wanted) {
        super("upgrade", worker::workOff, PAUSE, wanted);
    }
}
