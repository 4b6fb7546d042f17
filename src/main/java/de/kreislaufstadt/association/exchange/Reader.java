package de.kreislaufstadt.association.exchange;

import de.kreislaufstadt.association.exchange.Sight.Seen;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.Visitors;
import org.springframework.stereotype.Component;

/** Whose request it is. */
@Component
class Reader {

    private final Visitors visitors;
    private final Sight sight;

    Reader(Visitors visitors, Sight sight) {
        this.visitors = visitors;
        this.sight = sight;
    }

    Login login() {
        return visitors.current()
                .orElseThrow(() -> new InterventionRefused(Cause.FORBIDDEN, "process.unauthenticated"));
    }

    /** @throws InterventionRefused if Verbund is not for them */
    Seen seen() {
        return sight.of(login());
    }
}
