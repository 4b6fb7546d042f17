package de.kreislaufstadt.paper;

import de.kreislaufstadt.paper.Paper.Block;
import de.kreislaufstadt.paper.Paper.BlockKind;
import de.kreislaufstadt.paper.Paper.Item;
import de.kreislaufstadt.paper.Paper.Run;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What people wrote in Markdown, for a paper: headings, paragraphs, lists, stressed words. Links show where they lead, pictures
 * what they are called; markup in HTML stands there as it was written.
 */
public final class PaperText {

    /** Entries further inside stand where those of this depth do: a page is only so wide. */
    public static final int DEEPEST = 3;

    private static final Parser PARSER = Parser.builder().build();

    private PaperText() {}

    /** @return the parts of a text in their order; none for a blank one */
    public static List<Block> of(String markdown) {
        List<Block> blocks = new ArrayList<>();
        PARSER.parse(markdown == null ? "" : markdown).accept(new Blocks(blocks));
        return List.copyOf(blocks);
    }

    private static final class Blocks extends AbstractVisitor {

        private final List<Block> blocks;

        private Blocks(List<Block> blocks) {
            this.blocks = blocks;
        }

        @Override
        public void visit(Heading heading) {
            add(BlockKind.HEADING, runs(heading));
        }

        @Override
        public void visit(Paragraph paragraph) {
            add(BlockKind.PARAGRAPH, runs(paragraph));
        }

        @Override
        public void visit(FencedCodeBlock code) {
            add(BlockKind.PARAGRAPH, plain(code.getLiteral()));
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            add(BlockKind.PARAGRAPH, plain(code.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock html) {
            add(BlockKind.PARAGRAPH, plain(html.getLiteral()));
        }

        @Override
        public void visit(BulletList list) {
            list(list);
        }

        @Override
        public void visit(OrderedList list) {
            list(list);
        }

        private void list(Node list) {
            List<Item> items = new ArrayList<>();
            items(list, 0, items);
            if (!items.isEmpty()) {
                blocks.add(new Block(BlockKind.LIST, List.of(), List.copyOf(items)));
            }
        }

        private void add(BlockKind kind, List<Run> runs) {
            if (!runs.isEmpty()) {
                blocks.add(new Block(kind, runs, List.of()));
            }
        }
    }

    private static void items(Node list, int depth, List<Item> items) {
        Integer first = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
        int number = first == null ? 1 : first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String label = list instanceof OrderedList ? number++ + "." : "•";
            for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
                if (part instanceof BulletList || part instanceof OrderedList) {
                    items(part, Math.min(depth + 1, DEEPEST), items);
                } else if (item instanceof ListItem) {
                    items.add(new Item(part == item.getFirstChild() ? label : " ", depth, runs(part)));
                }
            }
        }
    }

    private static List<Run> plain(String text) {
        return text.isBlank() ? List.of() : List.of(new Run(text.strip(), false));
    }

    private static List<Run> runs(Node node) {
        Words words = new Words();
        node.accept(words);
        return List.copyOf(words.runs);
    }

    /** Collects words; what is stressed twice is stressed. */
    private static final class Words extends AbstractVisitor {

        private final List<Run> runs = new ArrayList<>();
        private int stressed;

        @Override
        public void visit(Text text) {
            add(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            add(code.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            add(html.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak end) {
            add(" ");
        }

        @Override
        public void visit(HardLineBreak end) {
            add("\n");
        }

        @Override
        public void visit(Emphasis emphasis) {
            stress(emphasis);
        }

        @Override
        public void visit(StrongEmphasis emphasis) {
            stress(emphasis);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!link.getDestination().isBlank()) {
                add(" (" + link.getDestination() + ")");
            }
        }

        private void stress(Node node) {
            stressed++;
            visitChildren(node);
            stressed--;
        }

        private void add(String text) {
            if (!text.isEmpty()) {
                runs.add(new Run(text, stressed > 0));
            }
        }
    }
}
