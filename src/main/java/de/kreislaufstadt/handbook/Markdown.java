package de.kreislaufstadt.handbook;

import de.kreislaufstadt.handbook.Chapter.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** Reads the handbook's Markdown. Markup in HTML is shown as it was written and never acts; links lead to pages, not to files. */
final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> new OwnAttributes())
            .build();

    private Markdown() {}

    static Node read(String markdown) {
        return PARSER.parse(markdown);
    }

    static String html(Node document) {
        return RENDERER.render(document);
    }

    /** @return the text of the first heading; empty where there is none */
    static String title(Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 1) {
                return text(heading);
            }
        }
        return "";
    }

    /** @return the chapters of a table of contents: second headings, and below each the first link of every list item */
    static List<Chapter> chapters(Node document) {
        List<Chapter> chapters = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() == 2) {
                    chapters.add(new Chapter(text(heading), new ArrayList<>()));
                }
            }

            @Override
            public void visit(ListItem item) {
                Link link = firstLink(item);
                if (link != null && !chapters.isEmpty() && link.getDestination().endsWith(".md")) {
                    chapters.get(chapters.size() - 1)
                            .entries()
                            .add(new Entry(pageOf(link.getDestination()), text(link)));
                }
            }
        });
        return chapters.stream().filter(chapter -> !chapter.entries().isEmpty()).toList();
    }

    /** @return what a heading is called in an address: small letters and digits, words set apart by hyphens */
    static String anchor(Heading heading) {
        return text(heading)
                .toLowerCase(Locale.GERMAN)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .strip()
                .replaceAll("\\s+", "-");
    }

    /** @return what people read of a node */
    static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak end) {
                text.append(' ');
            }
        });
        return text.toString();
    }

    private static Link firstLink(Node item) {
        Node paragraph = item.getFirstChild();
        for (Node node = paragraph == null ? null : paragraph.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Link link) {
                return link;
            }
        }
        return null;
    }

    /** The page that a link to a file means: "aufgaben/x.md#was" is "aufgaben/x#was", the table of contents is the folder. */
    private static String pageOf(String destination) {
        return destination.replaceFirst("(^|/)README\\.md", "$1").replaceFirst("\\.md(#|$)", "$1");
    }

    private static final class OwnAttributes implements AttributeProvider {

        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof Heading heading) {
                attributes.put("id", anchor(heading));
            } else if (node instanceof Image) {
                attributes.put("loading", "lazy");
            } else if (node instanceof Link link && !link.getDestination().contains(":")) {
                String page = pageOf(link.getDestination());
                attributes.put("href", page.isEmpty() ? "./" : page);
            }
        }
    }
}
