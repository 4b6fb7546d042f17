package de.kreislaufstadt.notification;

import de.kreislaufstadt.observation.Figure;
import de.kreislaufstadt.observation.FigureSource;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What tells an operator that mails do not leave the house, over the whole installation. */
@Component
class OutboxFigures implements FigureSource {

    private final MailTable mails;
    private final Clock clock;

    OutboxFigures(MailTable mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure(
                        "kreislaufstadt.mails.due",
                        null,
                        "Mails whose time has come and that have not been sent yet",
                        () -> mails.due(clock.instant())),
                new Figure(
                        "kreislaufstadt.mails.due.oldest",
                        "seconds",
                        "For how long the longest of them has been waiting",
                        () -> mails.secondsDue(clock.instant())),
                new Figure(
                        "kreislaufstadt.mails.failed",
                        null,
                        "Mails that could not be sent",
                        () -> mails.inState(MailState.FAILED)),
                new Figure(
                        "kreislaufstadt.mails.uncertain",
                        null,
                        "Mails of which nobody knows whether they arrived",
                        () -> mails.inState(MailState.UNCERTAIN)));
    }
}
