package de.kreislaufstadt.notification;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.department.Mailboxes;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.MailSettings;
import de.kreislaufstadt.process.People;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where people choose how they are notified: for themselves, and heads for the mailbox of their department. */
@Component
@Transactional
class MailDesk implements MailSettings {

    private final ChoiceTable choices;
    private final OutboxView outbox;
    private final Mailboxes mailboxes;
    private final Departments departments;
    private final People people;
    private final MailServer server;
    private final Clock clock;

    MailDesk(
            ChoiceTable choices,
            OutboxView outbox,
            Mailboxes mailboxes,
            Departments departments,
            People people,
            MailServer server,
            Clock clock) {
        this.choices = choices;
        this.outbox = outbox;
        this.mailboxes = mailboxes;
        this.departments = departments;
        this.people = people;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public Optional<Choice> ownOf(Login who) {
        return municipality(who).map(municipality -> {
            People.Person person =
                    people.find(municipality, List.of(who.user())).get(who.user());
            String address = person == null ? null : person.mail();
            return choice(Recipient.person(municipality, who.user()), null, address);
        });
    }

    @Override
    public List<Choice> mailboxesOf(Login who) {
        return municipality(who).stream()
                .flatMap(municipality -> mailboxes.headedBy(municipality, who.groups()).stream()
                        .map(department -> choice(
                                Recipient.mailbox(municipality, department),
                                departments.nameOf(municipality, department),
                                mailboxes.mailboxOf(municipality, department).orElse(null))))
                .toList();
    }

    private Choice choice(Recipient recipient, String name, String address) {
        Preference chosen = choices.of(recipient);
        Language language = Language.valueOf(chosen.language().getLanguage().toUpperCase(Locale.ROOT));
        return new Choice(recipient.department(), name, address, chosen.rhythm(), language);
    }

    @Override
    public void choose(Login who, String department, Rhythm rhythm, Language language) {
        String municipality = municipality(who).orElseThrow(NotYours::new);
        if (department != null
                && !mailboxes.headedBy(municipality, who.groups()).contains(department)) {
            throw new NotYours();
        }
        Recipient recipient = department == null
                ? Recipient.person(municipality, who.user())
                : Recipient.mailbox(municipality, department);
        choices.save(
                recipient,
                new Preference(rhythm, Locale.forLanguageTag(language.name().toLowerCase(Locale.ROOT))));
    }

    @Override
    @Transactional(readOnly = true)
    public Outbox outbox() {
        return new Outbox(server.isConfigured(), outbox.waiting(), outbox.mails(), outbox.troubles());
    }

    @Override
    public boolean release(UUID mail) {
        return outbox.release(mail, clock.instant());
    }

    @Override
    public int releaseFailed() {
        return outbox.releaseFailed(clock.instant());
    }

    private static Optional<String> municipality(Login who) {
        return who.tenants().size() == 1 ? Optional.of(who.tenants().get(0)) : Optional.empty();
    }
}
