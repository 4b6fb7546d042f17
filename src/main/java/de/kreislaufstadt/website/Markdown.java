package de.kreislaufstadt.website;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Texts of municipalities. Markup in HTML is shown as it was written and never acts. */
final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Link) {
                    attributes.put("rel", "noopener");
                }
            })
            .build();

    private static final int LOWEST = 6;

    private Markdown() {}

    /** @return HTML whose headings stand below the one of the page; null for nothing */
    static String html(String markdown) {
        return html(markdown, 2);
    }

    /**
     * @param highest level of its headings, 2 to 6
     * @return HTML; null for nothing
     */
    static String html(String markdown, int highest) {
        if (markdown == null || markdown.isBlank()) {
            return null;
        }
        Node document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(LOWEST, Math.max(highest, heading.getLevel())));
            }
        });
        return RENDERER.render(document);
    }
}
