package de.kreislaufstadt.guest;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.web.AdministrationTab;
import de.kreislaufstadt.workshop.WorkshopChoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the tab Konten asks and does about people of no municipality. */
@RestController
@RequestMapping(AdministrationTab.ROOT + "/accounts/external")
class GuestController {

    private final ExternalAccounts accounts;
    private final Rights rights;
    private final WorkshopChoice workshops;
    private final Municipalities municipalities;
    private final Visitors visitors;

    GuestController(
            ExternalAccounts accounts,
            Rights rights,
            WorkshopChoice workshops,
            Municipalities municipalities,
            Visitors visitors) {
        this.accounts = accounts;
        this.rights = rights;
        this.workshops = workshops;
        this.municipalities = municipalities;
        this.visitors = visitors;
    }

    /** Everything about one municipality: who may work on what, and what somebody could work on. */
    record Page(List<ExternalAccount> accounts, List<Right> rights, List<WorkshopChoice.OpenWorkshop> workshops) {}

    @GetMapping("/{municipality}")
    Page page(@PathVariable String municipality) {
        requireKnown(municipality);
        return new Page(accounts.all(), rights.in(municipality), workshops.open(municipality));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ExternalAccounts.Created create(@RequestBody ExternalAccounts.Wanted wanted) {
        return accounts.create(wanted, administrator());
    }

    /** @param until last day */
    record Term(LocalDate until) {}

    @PostMapping("/{account}/until")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lastUntil(@PathVariable String account, @RequestBody Term term) {
        accounts.lastUntil(account, term.until());
    }

    @PostMapping("/rights")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> give(@RequestBody Rights.Wanted wanted) {
        requireKnown(wanted.municipality());
        return Map.of("id", rights.give(wanted, administrator()));
    }

    @PostMapping("/rights/{municipality}/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String municipality, @PathVariable UUID id) {
        requireKnown(municipality);
        rights.withdraw(municipality, id, administrator()).orElseThrow(Moderation.Gone::new);
    }

    private void requireKnown(String municipality) {
        if (municipality == null || !municipalities.all().contains(municipality)) {
            throw FormRefused.at("municipality", "guest.municipality.unknown");
        }
    }

    private String administrator() {
        return visitors.current().orElseThrow().user();
    }
}
