package de.kreislaufstadt.notification;

import de.kreislaufstadt.process.TaskNotice;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gathers the notices of a transaction: they are in the outbox if and only if what they tell of has happened. Who gets them
 * is nothing the person who completes a task has to wait for.
 */
@Component
class NoticesOfTransaction {

    private final Consumer<List<TaskNotice>> write;
    private final BackgroundSender sender;

    NoticesOfTransaction(NoticeTable notices, BackgroundSender sender, Clock clock) {
        this.write = batch -> notices.add(batch, clock.instant());
        this.sender = sender;
    }

    @EventListener
    void on(TaskNotice notice) {
        Gathered.add(List.of(notice), write, sender::wake);
    }
}
