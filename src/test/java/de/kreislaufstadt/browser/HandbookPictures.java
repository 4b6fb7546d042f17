package de.kreislaufstadt.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The pictures of {@code docs/handbuch}, taken by the same tests that look at the forms. Only a run with {@code -Dhandbook=true}
 * writes them: pictures lie in the repository and would change with every build.
 */
final class HandbookPictures {

    private static final Path FOLDER = Path.of("docs", "handbuch", "bilder");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FORMS = "**/form/{task,start}/*";
    private static final String DRAFTS = FORMS + "/draft";
    private static final int QUALITY = 78;
    private static final int TALLEST_WINDOW = 12_000;

    /** What is cut off below is too far down to be read beside the text. */
    private static final int TALLEST = 1_000;

    private static final int WIDTH_OF_PAGES = 1_000;

    private static final int MARGIN = 8;

    /** A form that begins with what others have written shows its own fields in a second picture. */
    private static final int FIELDS_TOO_FAR_DOWN = 700;

    /** Files and saved drafts are no part of what a form asks. */
    private static final String WITHOUT_SIDELINES =
            ".ks-documents, .ks-draft, .ks-draft-notice { display: none !important; }";

    private HandbookPictures() {}

    /** @return whether this is a run for the handbook */
    static boolean wanted() {
        return Boolean.getBoolean("handbook");
    }

    /** Takes a page that is as wide as the window, in a narrower one. */
    static void takePage(Page page, Locator content, String name) {
        take(page, content, name, WIDTH_OF_PAGES);
    }

    /** Takes a part of the page as it is, from its upper edge. */
    static void take(Page page, Locator part, String name) {
        take(page, part, name, Browser.WIDTH);
    }

    /** Takes a view of Cockpit, which fills the window below Camunda's own line, as far down as it has something to say. */
    static void takeView(Page page, Locator view, String name) {
        if (wanted()) {
            page.setViewportSize(Browser.WIDTH, TALLEST_WINDOW);
            BoundingBox box = view.boundingBox();
            double end = ((Number) view.evaluate("view => view.lastElementChild.getBoundingClientRect().bottom"))
                    .doubleValue();
            clip(page, box, box.y + 1, Math.min(end + MARGIN - box.y, TALLEST), name);
            page.setViewportSize(Browser.WIDTH, Browser.HEIGHT);
        }
    }

    private static void take(Page page, Locator part, String name, int width) {
        if (wanted()) {
            page.setViewportSize(width, TALLEST_WINDOW);
            BoundingBox box = part.boundingBox();
            clip(page, box, box.y - MARGIN, Math.min(box.height + 2 * MARGIN, TALLEST), name);
            page.setViewportSize(Browser.WIDTH, Browser.HEIGHT);
        }
    }

    /**
     * Takes a form that is filled in: its upper part, and its first fields where they are far down. The data is laid over what the
     * server sends; nothing is typed, so no draft is kept. Only a run for the handbook opens it.
     */
    static void takeForm(Page page, JsonNode data, Supplier<OpenForm> opening, String task) {
        if (!wanted()) {
            return;
        }
        page.route(FORMS, route -> {
            APIResponse answer = route.fetch();
            ObjectNode form = object(answer.text());
            form.withObject("/data").setAll((ObjectNode) data);
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(form.toString()));
        });
        // What a test has changed in the same form before is kept as a draft, which would be laid over the data.
        page.route(DRAFTS, route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        OpenForm form = opening.get();
        // Tasklist may draw the form again when it has read the task once more.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.addStyleTag(new Page.AddStyleTagOptions().setContent(WITHOUT_SIDELINES));
        take(page, form.place(), task);
        page.setViewportSize(Browser.WIDTH, TALLEST_WINDOW);
        BoundingBox whole = form.place().boundingBox();
        BoundingBox fields = form.place()
                .locator(".fjs-form-field:has(input, textarea)")
                .first()
                .boundingBox();
        if (fields.y - whole.y > FIELDS_TOO_FAR_DOWN) {
            double height = Math.min(whole.y + whole.height - fields.y + 2 * MARGIN, TALLEST);
            clip(page, whole, fields.y - MARGIN, height, task + "-felder");
        }
        page.setViewportSize(Browser.WIDTH, Browser.HEIGHT);
        page.unroute(FORMS);
        page.unroute(DRAFTS);
    }

    private static void clip(Page page, BoundingBox around, double top, double height, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY)
                .setClip(
                        Math.max(around.x - MARGIN, 0),
                        Math.max(top, 0),
                        Math.min(around.width + 2 * MARGIN, Browser.WIDTH - around.x + MARGIN),
                        height));
    }

    private static ObjectNode object(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
