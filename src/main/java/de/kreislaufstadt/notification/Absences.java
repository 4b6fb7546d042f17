package de.kreislaufstadt.notification;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.OpenTasks.OpenTask;
import de.kreislaufstadt.process.People;
import de.kreislaufstadt.process.SingleRights;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.process.TaskNotice.Kind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whoever stands in for somebody hears of the tasks that wait for them, as long as they can act on them. */
@Component
class Absences {

    /** What calls to a task; a question asks the person, and what is only for information waits until they are back. */
    private static final Set<Kind> CALLS = Set.of(Kind.OPENED, Kind.REMINDED, Kind.ESCALATED, Kind.HANDED_OVER);

    private final StandIns standIns;
    private final People people;
    private final Accounts accounts;

    Absences(StandIns standIns, People people, Accounts accounts) {
        this.standIns = standIns;
        this.people = people;
        this.accounts = accounts;
    }

    /** @return engine user ids of who stands in today for one of those who are told, or for the role of the heads */
    Set<String> deputiesOf(Notice notice, Collection<String> told) {
        if (notice.group() == null || !CALLS.contains(notice.kind())) {
            return Set.of();
        }
        Stream<String> role = notice.assignee() == null ? Stream.of(notice.group()) : Stream.empty();
        Set<String> deputies = new LinkedHashSet<>();
        Stream.concat(told.stream(), role)
                .forEach(absent -> deputies.addAll(standIns.deputiesOf(absent, notice.group())));
        deputies.removeAll(told);
        return deputies;
    }

    /** @return groups of single rights whose holders are called to the task beside the department it belongs to */
    Stream<String> rightsHeardOf(Notice notice, OpenTask task) {
        boolean call = notice.kind() == Kind.OPENED || notice.kind() == Kind.REMINDED;
        return call && notice.assignee() == null && task.groups().contains(notice.group())
                ? task.groups().stream().filter(SingleRights::isSingle)
                : Stream.empty();
    }

    /** @return name of the person or role in whose place the recipient is told; null where they are told for themselves */
    String inPlaceOf(Recipient recipient, Notice notice) {
        return absent(recipient, notice).map(accounts::nameOf).orElse(null);
    }

    /** @return whether the recipient stands in, or was told for themselves: not a deputy whose time is over */
    boolean isStillMeant(Recipient recipient, Notice notice, OpenTask task) {
        String user = recipient.person();
        if (user == null || notice.group() == null) {
            return true;
        }
        if (notice.assignee() != null) {
            return user.equals(notice.assignee()) || absent(recipient, notice).isPresent();
        }
        return absent(recipient, notice).isPresent()
                || Stream.concat(Stream.of(notice.group()), rightsHeardOf(notice, task))
                        .flatMap(group -> people.membersOf(notice.municipality(), group).stream())
                        .anyMatch(person -> person.id().equals(user));
    }

    /** @return whether nobody holds the task, or the recipient, or somebody for whom the recipient stands in */
    boolean canAct(Recipient recipient, Notice notice, OpenTask task) {
        boolean moved = notice.group() != null && !task.groups().contains(notice.group());
        if (moved && !isHeldBy(recipient, task)) {
            return false;
        }
        return task.assignee() == null
                || isHeldBy(recipient, task)
                || recipient.person() != null
                        && notice.group() != null
                        && standIns.deputiesOf(task.assignee(), notice.group()).contains(recipient.person());
    }

    private static boolean isHeldBy(Recipient recipient, OpenTask task) {
        return task.assignee() != null && task.assignee().equals(recipient.person());
    }

    private Optional<String> absent(Recipient recipient, Notice notice) {
        String user = recipient.person();
        return user == null || notice.group() == null || user.equals(notice.assignee())
                ? Optional.empty()
                : standIns.onBehalfOf(user, notice.group(), notice.assignee());
    }
}
