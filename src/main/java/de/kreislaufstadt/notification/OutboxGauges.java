package de.kreislaufstadt.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What tells an operator that mails do not leave the house, over the whole installation. */
@Component
class OutboxGauges implements MeterBinder {

    private final MailTable mails;
    private final Clock clock;

    OutboxGauges(MailTable mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("kreislaufstadt.mails.due", mails, table -> table.due(clock.instant()))
                .description("Mails whose time has come and that have not been sent yet")
                .register(registry);
        Gauge.builder("kreislaufstadt.mails.in.trouble", mails, MailTable::inTrouble)
                .description("Mails that could not be sent, or of which nobody knows whether they arrived")
                .register(registry);
    }
}
