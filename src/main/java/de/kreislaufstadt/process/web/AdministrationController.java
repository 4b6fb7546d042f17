package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.engine.people.SignedIn;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page Verwaltung asks first: which of its tabs the person may open. */
@RestController
@RequestMapping(AdministrationTab.ROOT)
class AdministrationController {

    private final List<AdministrationTab> tabs;

    AdministrationController(List<AdministrationTab> tabs) {
        this.tabs = tabs;
    }

    /** @param tabs keys, in the order of the alphabet */
    record Page(List<String> tabs) {}

    @GetMapping
    Page page() {
        // The guard has asked already; whoever comes here is signed in.
        Login who = SignedIn.current().orElseThrow();
        return new Page(tabs.stream()
                .filter(tab -> tab.isFor(who, false))
                .map(AdministrationTab::key)
                .sorted()
                .toList());
    }
}
