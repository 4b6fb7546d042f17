package de.kreislaufstadt.observation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Time between "not ready any more", which a node says as soon as it is told to end, and the moment from which it takes no
 * requests: whoever spreads requests over nodes has to notice the one before the other. It passes while jobs and mails that have
 * begun are led to their end.
 */
@Component
@ConditionalOnWebApplication
class ShutdownNotice implements SmartLifecycle {

    private final Duration time;
    private volatile boolean running;

    /** @param time no longer than the pause of one look of whoever spreads requests */
    ShutdownNotice(@Value("${kreislaufstadt.shutdown.notice:PT3S}") Duration time) {
        this.time = time;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable noticed) {
        running = false;
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(noticed);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
