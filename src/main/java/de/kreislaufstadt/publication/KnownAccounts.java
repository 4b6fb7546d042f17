package de.kreislaufstadt.publication;

import de.kreislaufstadt.process.Accounts;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** The names of those who work with the product. */
@Component
class KnownAccounts implements KnownNames {

    private final Accounts accounts;

    KnownAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Collection<String> of(String municipality) {
        return accounts.people(municipality).stream().map(Accounts.Person::name).toList();
    }
}
