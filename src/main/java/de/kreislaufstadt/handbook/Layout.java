package de.kreislaufstadt.handbook;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import de.kreislaufstadt.handbook.Chapter.Entry;
import de.kreislaufstadt.handbook.Handbook.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What stands round the text of a page: the way back to Tasklist, the table of contents, the pages before and after. */
final class Layout {

    /** Address of the handbook. Below the web applications, whose login covers it. */
    static final String ROOT = "/camunda/api/kreislaufstadt/handbuch";

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="de">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s – Handbuch Kreislaufstadt</title>
            <link rel="stylesheet" href="/kreislaufstadt/handbuch.css">
            </head>
            <body>
            <a class="skip" href="#inhalt">Zum Inhalt springen</a>
            <header><p><a href="%s/">Handbuch Kreislaufstadt</a></p><p><a href="%s">Zur Aufgabenliste</a></p></header>
            <div class="book">
            %s
            <main id="inhalt" tabindex="-1">
            %s
            </main>
            </div>
            </body>
            </html>
            """;

    private Layout() {}

    static String page(Page page, List<Chapter> chapters) {
        return frame(page.title(), contents(page.name(), chapters), page.html() + neighbours(page.name(), chapters));
    }

    /** A page that says why there is nothing to read. */
    static String notice(String title, String html, List<Chapter> chapters) {
        return frame(title, contents(null, chapters), "<h1>" + htmlEscape(title) + "</h1>\n" + html);
    }

    private static String frame(String title, String contents, String text) {
        return FRAME.formatted(htmlEscape(title), ROOT, TASKLIST, contents, text);
    }

    private static String contents(String current, List<Chapter> chapters) {
        if (chapters.isEmpty()) {
            return "";
        }
        StringBuilder nav = new StringBuilder("<nav aria-label=\"Inhaltsverzeichnis\">\n");
        int number = 0;
        for (Chapter chapter : chapters) {
            String id = "kapitel-" + ++number;
            nav.append("<p id=\"%s\">%s</p>\n<ul aria-labelledby=\"%s\">\n"
                    .formatted(id, htmlEscape(chapter.title()), id));
            for (Entry entry : chapter.entries()) {
                nav.append("<li><a href=\"%s/%s\"%s>%s</a></li>\n"
                        .formatted(
                                ROOT,
                                entry.name(),
                                entry.name().equals(current) ? " aria-current=\"page\"" : "",
                                htmlEscape(entry.title())));
            }
            nav.append("</ul>\n");
        }
        return nav.append("</nav>").toString();
    }

    private static String neighbours(String name, List<Chapter> chapters) {
        List<Entry> entries =
                chapters.stream().flatMap(chapter -> chapter.entries().stream()).toList();
        int here =
                entries.stream().map(Entry::name).collect(Collectors.toList()).indexOf(name);
        if (here < 0) {
            return "";
        }
        String before = here == 0 ? "" : neighbour("Zurück", "prev", entries.get(here - 1));
        String after = here == entries.size() - 1 ? "" : neighbour("Weiter", "next", entries.get(here + 1));
        return "<nav class=\"neighbours\" aria-label=\"Seiten davor und danach\">" + before + after + "</nav>";
    }

    private static String neighbour(String word, String relation, Entry entry) {
        return "<a rel=\"%s\" href=\"%s/%s\">%s: %s</a>"
                .formatted(relation, ROOT, entry.name(), word, htmlEscape(entry.title()));
    }
}
