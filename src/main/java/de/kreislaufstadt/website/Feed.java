package de.kreislaufstadt.website;

import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasures.Change;
import java.util.List;
import java.util.stream.Collectors;

/** Says releases as entries of a feed. What is live makes no entry: it is not released, it just is so. */
final class Feed {

    private final Municipality city;
    private final Links links;
    private final Pages pages;
    private final Words words;

    Feed(Municipality city, Links links, Pages pages) {
        this.city = city;
        this.links = links;
        this.pages = pages;
        this.words = pages.words();
    }

    /**
     * @param changes newest first
     * @param self address of the feed
     * @param page address of the page that shows the same to people
     */
    byte[] write(List<Change> changes, String self, String page) {
        Atom.Head head = new Atom.Head(
                words.text("feed.title", city.name()), words.text("feed.subtitle"), city.name(), self, page);
        return new Atom(links, pages)
                .write(head, changes.stream().map(this::entry).toList());
    }

    private Atom.Entry entry(Change change) {
        String causes = words.codes("cause", change.causes());
        return new Atom.Entry(
                city.id() + "/" + change.number() + "/" + change.version(),
                causes.isEmpty() ? change.title() : change.title() + ": " + causes,
                change.releasedAt(),
                links.version(change.slug(), change.version()),
                summary(change));
    }

    /** What a reader decides by whether to come and look: which fields say something else now. */
    private String summary(Change change) {
        String fields = change.fields().stream().map(words::path).distinct().collect(Collectors.joining(", "));
        String what = fields.isEmpty()
                ? words.text(change.version() == 1 ? "feed.first" : "feed.same")
                : words.text("feed.changed", fields);
        return words.text("stand.version", change.version(), words.day(change.releasedAt())) + ". " + what;
    }
}
