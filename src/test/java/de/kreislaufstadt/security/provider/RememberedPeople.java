package de.kreislaufstadt.security.provider;

import de.kreislaufstadt.account.PersonAccount;
import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.account.SessionKey;
import de.kreislaufstadt.process.Accounts.Login;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers who would have got an account. */
class RememberedPeople implements PersonAccounts {

    final List<String> entered = new ArrayList<>();
    final List<String> withdrawn = new ArrayList<>();
    final List<String> ended = new ArrayList<>();
    String name;
    String mail;
    boolean disabled;

    @Override
    public Optional<PersonAccount> find(String id) {
        return Optional.empty();
    }

    @Override
    public boolean enabled(String id) {
        return !disabled;
    }

    @Override
    public void disable(String id) {
        disabled = true;
    }

    @Override
    public void enable(String id) {
        disabled = false;
    }

    @Override
    public void endSessions(String id) {
        ended.add(id);
    }

    @Override
    public void endSession(String provider, String sid) {
        ended.add(provider + "/" + sid);
    }

    @Override
    public boolean holds(SessionKey session) {
        return true;
    }

    @Override
    public SessionKey begin(String id, String provider, String sid) {
        return new SessionKey(id, provider, sid, 0, Instant.EPOCH);
    }

    @Override
    public Optional<Login> fromProvider(
            String provider, String subject, String name, String mail, String municipality, List<String> groups) {
        entered.add(provider + "/" + subject + " " + municipality + " " + groups);
        this.name = name;
        this.mail = mail;
        return disabled ? Optional.empty() : Optional.of(new Login("p-" + subject, groups, List.of(municipality)));
    }

    @Override
    public void withdraw(String provider, String subject) {
        withdrawn.add(provider + "/" + subject);
    }

    @Override
    public void endSessionsOf(String provider, String subject) {
        ended.add(provider + "/sub:" + subject);
    }
}
