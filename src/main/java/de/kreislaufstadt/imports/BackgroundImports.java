package de.kreislaufstadt.imports;

import de.kreislaufstadt.process.BackgroundWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Works imports off. */
@Component
class BackgroundImports extends BackgroundWork {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    BackgroundImports(
            ImportWorker worker,
            @Value("${kreislaufstadt.imports.background:${kreislaufstadt.mail.background:true}}") boolean wanted) {
        super("imports", worker::workOff, PAUSE, wanted);
    }
}
