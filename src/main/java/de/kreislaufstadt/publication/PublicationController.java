package de.kreislaufstadt.publication;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.Visitors;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the page of a measure asks and does about its public page. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/measures/{number}/publication")
class PublicationController {

    private final PublicationDesk desk;
    private final Visitors visitors;

    PublicationController(PublicationDesk desk, Visitors visitors) {
        this.desk = desk;
        this.visitors = visitors;
    }

    /**
     * How the measure stands.
     *
     * @param version 0 where none is public
     * @param address of the public page; null where there is none
     * @param held why it is held back; null where it is not
     * @param waitsFor {@code PREPARATION} or {@code RELEASE}; null where no version is on its way
     */
    record Shown(
            int version,
            Instant releasedAt,
            String address,
            boolean pending,
            String held,
            boolean withdrawn,
            PublicationTable.Wait waitsFor,
            boolean mayBegin,
            boolean mayWithdraw) {}

    /** Why a measure is taken off its page. */
    record Withdrawal(String reason) {}

    @GetMapping
    Shown standing(@PathVariable String number) {
        PublicationDesk.Page page = desk.page(number, signedIn());
        return new Shown(
                page.standing().version(),
                page.standing().releasedAt(),
                page.standing().address().orElse(null),
                page.standing().pending(),
                page.standing().held(),
                page.withdrawn(),
                page.waitsFor(),
                page.mayBegin(),
                page.mayWithdraw());
    }

    @PostMapping("/begin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(@PathVariable String number) {
        desk.begin(number, signedIn());
    }

    @PostMapping("/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String number, @RequestBody Withdrawal withdrawal) {
        desk.withdraw(number, withdrawal.reason(), signedIn());
    }

    private Login signedIn() {
        return visitors.current()
                .orElseThrow(() -> new InterventionRefused(Cause.FORBIDDEN, "process.unauthenticated"));
    }
}
