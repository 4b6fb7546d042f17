package de.kreislaufstadt.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of what people see, for the eyes of people: {@code target/screenshots}. */
final class Screenshots {

    private static final Path FOLDER = Path.of("target", "screenshots");

    /** Header, title and tabs above a form, footer and button below it. */
    private static final int AROUND_THE_FORM = 420;

    private static final int TALLEST = 14_000;

    private Screenshots() {}

    static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }

    /** Takes a page that scrolls with its window, from top to bottom. */
    static void takeAll(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(name + ".png")));
    }

    /** Takes a page as it comes out of a printer. */
    static void print(Page page, String name) {
        page.pdf(new Page.PdfOptions().setFormat("A4").setPath(FOLDER.resolve(name + ".pdf")));
    }

    /** Takes a window so tall that the whole content is in the picture: it scrolls inside the page, not with it. */
    static void takeWhole(Page page, Locator content, String name) {
        double height = content.boundingBox().height + AROUND_THE_FORM;
        page.setViewportSize(Browser.WIDTH, (int) Math.min(TALLEST, Math.max(Browser.HEIGHT, height)));
        take(page, name);
        page.setViewportSize(Browser.WIDTH, Browser.HEIGHT);
    }
}
