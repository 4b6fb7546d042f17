package de.kreislaufstadt.account;

import de.kreislaufstadt.account.AccountTable.State;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredAccounts implements PersonAccounts {

    /** Base 32 without what looks like another letter; readable aloud. */
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    private static final int RANDOM_LETTERS = 16;

    private final Accounts accounts;
    private final AccountTable table;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StoredAccounts(Accounts accounts, AccountTable table, Clock clock) {
        this.accounts = accounts;
        this.table = table;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonAccount> find(String id) {
        return table.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean enabled(String id) {
        return !table.isDisabled(id);
    }

    @Override
    public void disable(String id) {
        table.enable(id, false);
    }

    @Override
    public void enable(String id) {
        table.enable(id, true);
    }

    @Override
    public void endSessions(String id) {
        table.endSessions(id);
    }

    @Override
    public void endSession(String provider, String sid) {
        table.endSession(provider, sid);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean holds(SessionKey session) {
        return table.state(session.user(), session.provider(), session.sid())
                .filter(state -> state.enabled() && !state.ended() && state.generation() == session.generation())
                .isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public SessionKey begin(String id, String provider, String sid) {
        long generation = table.state(id, provider, sid).map(State::generation).orElse(0L);
        return new SessionKey(id, provider, sid, generation, clock.instant());
    }

    @Override
    public Optional<Login> fromProvider(
            String provider, String subject, String name, String mail, String municipality, List<String> groups) {
        table.lock(provider, subject);
        Optional<PersonAccount> known = table.ofSubject(provider, subject);
        if (known.isPresent() && !known.get().enabled()) {
            return Optional.empty();
        }
        String id = known.map(PersonAccount::id).orElseGet(this::newId);
        accounts.ensurePerson(municipality, id, name, groups, null);
        accounts.reachAt(id, mail);
        if (known.isEmpty()) {
            table.create(id, provider, subject, municipality);
        } else if (!municipality.equals(known.get().municipality())) {
            // The provider now speaks of another of its municipalities: nothing of the former one is left.
            accounts.removePerson(known.get().municipality(), id);
            table.belongsTo(id, municipality);
        }
        return accounts.loginOf(id);
    }

    @Override
    public void withdraw(String provider, String subject) {
        table.ofSubject(provider, subject).ifPresent(known -> {
            accounts.ensurePerson(known.municipality(), known.id(), accounts.nameOf(known.id()), List.of(), null);
            table.endSessions(known.id());
        });
    }

    @Override
    public void endSessionsOf(String provider, String subject) {
        table.ofSubject(provider, subject).ifPresent(known -> table.endSessions(known.id()));
    }

    private String newId() {
        StringBuilder id = new StringBuilder("p-");
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
