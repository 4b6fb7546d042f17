package de.kreislaufstadt.imports;

import de.kreislaufstadt.process.BackgroundThread;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works imports off: those that begin here at once, and those that other nodes have left when it looks for itself. */
@Component
class BackgroundImports implements SmartLifecycle {

    private static final Duration POLL = Duration.ofSeconds(30);

    private final BackgroundThread thread;
    private final boolean wanted;

    /** @param wanted whether this node works; commands and tests do not, as they send no mail */
    BackgroundImports(
            ImportWorker worker,
            @Value("${kreislaufstadt.imports.background:${kreislaufstadt.mail.background:true}}") boolean wanted) {
        this.thread = new BackgroundThread("imports", () -> worker.workOff(this::isRunning));
        this.wanted = wanted;
    }

    @Override
    public void start() {
        if (wanted) {
            thread.start();
            thread.look(POLL);
        }
    }

    /** Looks at the imports now. */
    void wake() {
        thread.wake();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
