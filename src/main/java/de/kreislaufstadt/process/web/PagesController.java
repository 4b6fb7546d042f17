package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.rights.Rights;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells Tasklist which of its pages somebody has a use for: the matrix of rights refuses what stands behind the others. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/pages")
class PagesController {

    private static final String ADMINISTRATION = "administration";
    private static final String OWN = "GET /camunda/api/kreislaufstadt/";
    private static final String ENGINE = "/camunda/api/engine/engine/default/";

    /** A page is of use to whoever may call what it is there for. */
    private static final Map<String, String> WHAT_FOR = Map.of(
            "tasks", "POST " + ENGINE + "task/any/claim",
            "start", OWN + "form/start/any",
            "measures", OWN + "measures",
            "drafts", OWN + "drafts",
            "deputies", OWN + "deputies",
            "cockpit", "GET " + ENGINE + "incident/count");

    /** Of these people of an association have no use: it keeps no measures. */
    private static final Set<String> ABOUT_MEASURES = Set.of("start", "measures");

    private final Rights rights;
    private final DepartmentDirectory departments;
    private final List<AdministrationTab> tabs;
    private final List<OwnPage> others;

    PagesController(
            Rights rights, DepartmentDirectory departments, List<AdministrationTab> tabs, List<OwnPage> others) {
        this.rights = rights;
        this.departments = departments;
        this.tabs = tabs;
        this.others = others;
    }

    /** @return keys of pages, in the order of the alphabet */
    @GetMapping
    Set<String> pages() {
        Login who = SignedIn.current().orElseThrow();
        Set<String> pages = new TreeSet<>();
        WHAT_FOR.forEach((page, endpoint) -> {
            String[] methodAndPath = endpoint.split(" ");
            if (rights.permits(RightsFilter.rolesOf(who), methodAndPath[0], methodAndPath[1])) {
                pages.add(page);
            }
        });
        if (!who.tenants().stream().allMatch(departments::keepsMeasures)) {
            pages.removeAll(ABOUT_MEASURES);
        }
        others.stream().filter(page -> page.isFor(who)).map(OwnPage::page).forEach(pages::add);
        if (tabs.stream().anyMatch(tab -> tab.isFor(who, false))) {
            pages.add(ADMINISTRATION);
        }
        return pages;
    }
}
