package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Tasklist, as one person sees it. */
final class Tasklist {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is this person's choice, so that what a test has just brought about stands on the first page. */
    private static final String LATEST_FIRST = "[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]";

    private final UnaryOperator<String> addresses;
    private final Page page;

    /** @param addresses makes the address of a path of the application */
    Tasklist(UnaryOperator<String> addresses, Page page) {
        this.addresses = addresses;
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** Opens the page anew: the first list is shown, the latest tasks first, nothing is searched for. */
    Tasklist fresh() {
        page.evaluate("latest => localStorage.setItem('ks-sorting', latest)", LATEST_FIRST);
        page.navigate(addresses.apply("/camunda/app/tasklist/default/"));
        assertThat(lists().first()).isVisible();
        return this;
    }

    /** @return names of the lists on the left */
    Locator lists() {
        return page.locator(".task-filter h4.name a");
    }

    Tasklist chooses(String list) {
        Locator entry = page.locator(".task-filter").filter(new Locator.FilterOptions().setHasText(list));
        entry.locator("h4.name a").click();
        assertThat(entry).hasClass(Pattern.compile(".*\\bactive\\b.*"));
        return this;
    }

    /** Looks for tasks by words. */
    Tasklist searches(String words) {
        page.getByLabel("Aufgabe suchen").fill(words);
        return this;
    }

    /** @return what the search has found; takes the place of the list */
    Locator found() {
        return page.locator(".ks-found li");
    }

    /** Opens a task that was found. */
    OpenForm opensFound(String task) {
        Locator link = found().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(task));
        return waitForForm(".*/form/task/[^/]+$", () -> link.click());
    }

    /** @return the cards of the tasks in the list */
    Locator cards() {
        return page.locator("ol.tasks-list li.task");
    }

    Locator card(String number, String task) {
        return cards().filter(new Locator.FilterOptions().setHasText(number))
                .filter(new Locator.FilterOptions().setHasText(task));
    }

    /** Opens a task by a click on its card. */
    OpenForm opens(String number, String task) {
        Locator card = card(number, task);
        return waitForForm(".*/form/task/[^/]+$", () -> card.click());
    }

    /** Opens a task by its address, as the page "Maßnahmen" does. */
    OpenForm opensTask(String id) {
        return waitForForm(
                ".*/form/task/" + id + "$",
                () -> page.navigate(
                        addresses.apply("/camunda/app/tasklist/default/#/?forceDisplayTask=true&task=" + id)));
    }

    /** Opens "Prozess starten". @return the dialog */
    Locator startsAProcess() {
        page.getByText("Prozess starten").click();
        Locator dialog = page.locator(".modal-dialog");
        assertThat(dialog.locator("ul.processes li").first()).isVisible();
        return dialog;
    }

    /** @return the form of a new measure in the dialog "Prozess starten", without what the person has kept as a draft */
    OpenForm proposesAMeasure() {
        Locator dialog = startsAProcess();
        OpenForm form = waitForForm(
                ".*/form/start/[^/]+$",
                () -> dialog.getByText("Maßnahme vorschlagen").click());
        if (form.place().locator(".ks-draft-notice").isVisible()) {
            form.place().getByText("Entwurf verwerfen").click();
            assertThat(form.place().locator(".ks-draft")).containsText("Entwurf verworfen");
        }
        return form;
    }

    /** @return the same form with nothing in it */
    OpenForm proposesAMeasureFromNothing() {
        OpenForm form = proposesAMeasure();
        assertThat(form.rows()).hasCount(0);
        return form;
    }

    /**
     * Proposes a measure with a form that is already filled in: typing all of it is no part of what a test asks.
     *
     * @return the note that says what has become of it
     */
    Locator proposes(JsonNode filled) {
        filled("**/form/start/*", filled, this::proposesAMeasure).starts();
        Locator note = page.locator(".ks-proposed");
        assertThat(note.locator("strong")).isVisible();
        return note;
    }

    /** Opens a task by a click on its card and finds the form filled in. */
    OpenForm opensFilled(String number, String task, JsonNode filled) {
        return filled("**/form/task/*", filled, () -> opens(number, task));
    }

    private OpenForm filled(String address, JsonNode filled, Supplier<OpenForm> opening) {
        page.route(address, route -> {
            APIResponse answer = route.fetch();
            ObjectNode form = (ObjectNode) json(answer.text());
            form.withObject("/data").setAll((ObjectNode) filled);
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(form.toString()));
        });
        OpenForm form = opening.get();
        page.unroute(address);
        return form;
    }

    OpenForm waitForForm(String address, Runnable opening) {
        Response response = page.waitForResponse(Pattern.compile(address), opening);
        Locator shell = page.locator(".ks-shell[aria-busy=false]");
        assertThat(shell.locator(".fjs-form")).isVisible();
        return new OpenForm(page, shell, json(response.text()));
    }

    /** @return title of the open task */
    Locator title() {
        return page.locator("section.task-card h2.task");
    }

    void claims() {
        button("Diese Aufgabe übernehmen").click();
        assertThat(page.locator(".ks-claim-hint")).isHidden();
    }

    /** Gives a task that one has claimed back to the department. */
    void putsBack() {
        button("Aufgabe zurücklegen").click();
        assertThat(page.locator(".ks-claim-hint")).isVisible();
    }

    /** @return the lines below the title of the open task: dates, department, who works on it */
    Locator facts() {
        return page.locator("section.task-card .ks-task-line");
    }

    /** @return names of the open task's tabs */
    Locator tabs() {
        return page.locator("section.task-card ul.nav-tabs");
    }

    /** Sends the form of the open task and leaves open what comes of it. */
    void completes() {
        button("Abschließen").click();
    }

    Locator message() {
        return page.locator(".notifications .alert").first();
    }

    Locator tab(String name) {
        return page.locator("section.task-card ul.nav-tabs")
                .getByText(name, new Locator.GetByTextOptions().setExact(true));
    }

    Locator openTab() {
        return page.locator("section.task-card .tab-content");
    }

    /** @return a button above the open task: what can be done with it beside completing it */
    Locator action(String name) {
        return page.locator(".ks-actions").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    /** Opens the dialog of one of these buttons. */
    ActionDialog asks(String action) {
        action(action).click();
        return new ActionDialog(page);
    }

    /** @return what says what has been done, with the way back */
    Locator done() {
        return page.locator(".ks-done");
    }

    MeasuresPage measures() {
        goesTo("Maßnahmen");
        return new MeasuresPage(this);
    }

    /** Opens one of our pages by its entry in the line at the top. @return the page's content */
    Locator goesTo(String name) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true))
                .click();
        Locator content = page.locator("main.ks-measures");
        assertThat(content.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(1)))
                .hasText(name);
        return content;
    }

    String visibleText() {
        return page.locator("body").innerText();
    }

    private Locator button(String name) {
        return page.locator("section.task-card")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
