package de.kreislaufstadt.support;

import de.kreislaufstadt.process.TaskNotice;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.event.TransactionalEventListener;

/** What people were told about tasks, once it was certain: notices of transactions that were rolled back are not heard. */
@TestComponent
public class HeardNotices {

    private final List<TaskNotice> heard = new CopyOnWriteArrayList<>();

    @TransactionalEventListener
    void hear(TaskNotice notice) {
        heard.add(notice);
    }

    /** @return {@code KIND group person} of every notice about a task except its opening, in the order they were given */
    public List<String> about(String task) {
        return heard.stream()
                .filter(notice -> notice.taskId().equals(task) && notice.kind() != TaskNotice.Kind.OPENED)
                .map(notice -> notice.kind() + " " + notice.group() + " " + notice.assignee())
                .toList();
    }
}
