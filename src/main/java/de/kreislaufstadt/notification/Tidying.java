package de.kreislaufstadt.notification;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.OpenTasks;
import de.kreislaufstadt.process.People;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the outbox small. While a task is open its notices stay: they are what keeps anybody from being told of the same
 * twice.
 */
@Component
class Tidying {

    private static final int AT_ONCE = 500;

    private final NoticeTable notices;
    private final MailTable mails;
    private final TidyingLetters letters;
    private final ChoiceTable choices;
    private final OpenTasks tasks;
    private final People people;
    private final Municipalities municipalities;
    private final NotificationSettings settings;
    private final Clock clock;

    Tidying(
            NoticeTable notices,
            MailTable mails,
            TidyingLetters letters,
            ChoiceTable choices,
            OpenTasks tasks,
            People people,
            Municipalities municipalities,
            NotificationSettings settings,
            Clock clock) {
        this.notices = notices;
        this.mails = mails;
        this.letters = letters;
        this.choices = choices;
        this.tasks = tasks;
        this.people = people;
        this.municipalities = municipalities;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    void run() {
        Instant now = clock.instant();
        ofDoneTasks(now.minus(settings.mail().outdated()), List.of("NEW"), notices::outdate);
        Instant kept = now.minus(settings.mail().keep());
        ofDoneTasks(kept, List.of("ADDRESSED", "OUTDATED"), notices::delete);
        mails.deleteSettled(kept);
        letters.drop(now.minus(settings.mail().outdated()), now);
        municipalities.tenants().forEach(municipality -> {
            forgetWhoHasLeft(municipality);
            letters.forget(municipality, kept);
        });
    }

    private void ofDoneTasks(Instant before, List<String> states, Consumer<List<String>> work) {
        String after = "";
        List<String> found;
        do {
            found = notices.tasksOlderThan(before, states, after, AT_ONCE);
            Set<String> open = tasks.among(found).keySet();
            work.accept(found.stream().filter(task -> !open.contains(task)).toList());
            after = found.isEmpty() ? after : found.get(found.size() - 1);
        } while (found.size() == AT_ONCE);
    }

    private void forgetWhoHasLeft(String municipality) {
        Set<String> gone = new HashSet<>(choices.people(municipality));
        gone.removeAll(people.find(municipality, gone).keySet());
        choices.delete(municipality, gone);
    }
}
