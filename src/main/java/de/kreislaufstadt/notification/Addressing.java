package de.kreislaufstadt.notification;

import de.kreislaufstadt.department.Mailboxes;
import de.kreislaufstadt.process.OpenTasks;
import de.kreislaufstadt.process.OpenTasks.OpenTask;
import de.kreislaufstadt.process.People;
import de.kreislaufstadt.process.People.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Settles who is told of a notice: who holds the task; else the mailbox of the department; else, or where only its heads are
 * asked, the people of the group; and whoever stands in for them. Each is told in the rhythm they have chosen.
 */
@Component
class Addressing {

    private static final Logger LOG = LoggerFactory.getLogger(Addressing.class);

    private static final int AT_ONCE = 50;

    private final NoticeTable notices;
    private final MailTable mails;
    private final ChoiceTable choices;
    private final OpenTasks tasks;
    private final People people;
    private final Mailboxes mailboxes;
    private final Absences absences;
    private final DigestDays digests;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();

    Addressing(
            NoticeTable notices,
            MailTable mails,
            ChoiceTable choices,
            OpenTasks tasks,
            People people,
            Mailboxes mailboxes,
            Absences absences,
            DigestDays digests,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.notices = notices;
        this.mails = mails;
        this.choices = choices;
        this.tasks = tasks;
        this.people = people;
        this.mailboxes = mailboxes;
        this.absences = absences;
        this.digests = digests;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @return whether there may be more */
    boolean next() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<Notice> taken = notices.takeNew(AT_ONCE);
            Map<String, OpenTask> open =
                    tasks.among(taken.stream().map(Notice::taskId).distinct().toList());
            List<UUID> done = new ArrayList<>();
            List<UUID> addressed = new ArrayList<>();
            for (Notice notice : taken) {
                OpenTask task = open.get(notice.taskId());
                if (task == null && !notice.kind().ofMeasure()) {
                    done.add(notice.id());
                } else {
                    Stream.concat(recipients(notice).stream(), outsiders(notice, task).stream())
                            .distinct()
                            .forEach(recipient -> post(recipient, notice));
                    addressed.add(notice.id());
                }
            }
            notices.mark(done, "OUTDATED");
            notices.mark(addressed, "ADDRESSED");
            return taken.size() == AT_ONCE;
        }));
    }

    private List<Recipient> recipients(Notice notice) {
        String municipality = notice.municipality();
        if (notice.assignee() != null) {
            return people(
                    notice,
                    people.find(municipality, List.of(notice.assignee())).values());
        }
        if (notice.group() == null) {
            return List.of();
        }
        Mailboxes.Owner owner = mailboxes.ownerOf(municipality, notice.group()).orElse(null);
        // The department reads its mailbox, and what its heads are asked is theirs alone.
        if (owner != null
                && !owner.heads()
                && mailboxes.mailboxOf(municipality, owner.department()).isPresent()) {
            return List.of(Recipient.mailbox(municipality, owner.department()));
        }
        return people(notice, people.membersOf(municipality, notice.group()));
    }

    /** People of no municipality who may work on the task today hear of it beside those whose task it is. */
    private List<Recipient> outsiders(Notice notice, OpenTask task) {
        return task == null ? List.of() : outsidersOf(notice, task);
    }

    private List<Recipient> outsidersOf(Notice notice, OpenTask task) {
        return absences.rightsHeardOf(notice, task)
                .flatMap(group -> people.membersOf(notice.municipality(), group).stream())
                .filter(person -> person.mail() != null)
                .map(person -> Recipient.person(notice.municipality(), person.id()))
                .toList();
    }

    /** Those who are asked, and who stands in for them today. */
    private List<Recipient> people(Notice notice, Collection<Person> asked) {
        Set<String> deputies =
                absences.deputiesOf(notice, asked.stream().map(Person::id).toList());
        List<Recipient> reachable = Stream.concat(
                        asked.stream(), people.find(notice.municipality(), deputies).values().stream())
                .filter(person -> person.mail() != null)
                .map(person -> Recipient.person(notice.municipality(), person.id()))
                .toList();
        if (reachable.isEmpty()) {
            reportUnreachable(notice);
        }
        return reachable;
    }

    /** Once per group: the notice is in Tasklist all the same. */
    private void reportUnreachable(Notice notice) {
        String group = notice.group() == null ? notice.municipality() : notice.group();
        if (unreachable.add(group)) {
            LOG.warn("Keine Mail-Adresse für {}: Hinweise stehen nur in Tasklist.", group);
        }
    }

    private void post(Recipient recipient, Notice notice) {
        Instant now = clock.instant();
        switch (choices.of(recipient).rhythm()) {
            case IMMEDIATE -> mails.add(recipient, notice, now);
            case DAILY -> {
                DigestDays.Digest digest = digests.next(recipient.municipality(), now);
                while (!mails.addToDigest(recipient, notice, digest.day(), digest.due())) {
                    digest = digests.after(recipient.municipality(), digest.day());
                }
            }
            case NONE -> {
                // Wanted so.
            }
        }
    }
}
