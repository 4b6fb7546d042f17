package de.kreislaufstadt.retention;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Accounts;
import org.springframework.stereotype.Component;

/** Who has answered a person's request, by name. */
@Component
class Doers {

    /** Nobody is signed in on the command line: the log says that it was the command. */
    static final String COMMAND = "person-command";

    private static final Texts TEXTS = Texts.of("privacy");

    private final Accounts accounts;

    Doers(Accounts accounts) {
        this.accounts = accounts;
    }

    String nameOf(String id) {
        return COMMAND.equals(id) ? TEXTS.get("privacy.by.command") : accounts.nameOf(id);
    }
}
