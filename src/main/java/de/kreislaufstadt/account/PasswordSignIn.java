package de.kreislaufstadt.account;

import de.kreislaufstadt.process.Accounts;
import org.springframework.stereotype.Component;

/** Right are the password the engine knows and an account that nobody has disabled. */
@Component
class PasswordSignIn implements LocalSignIn {

    private final Accounts accounts;

    PasswordSignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Result check(String name, String password, String address) {
        return accounts.login(name, password).<Result>map(SignedIn::new).orElseGet(Refused::new);
    }
}
