package de.kreislaufstadt.association.guidance;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Markdown as the paragraphs and lists it consists of: the browser makes elements of them, and nothing in it acts as markup. */
final class ReadableText {

    private static final Parser PARSER = Parser.builder().build();

    private ReadableText() {}

    /** What a block is. */
    enum Kind {
        HEADING,
        PARAGRAPH,
        LIST
    }

    /** @param texts one, but for lists, which have one per item */
    record Block(Kind kind, List<String> texts) {}

    /** @return the blocks of a text; none for null */
    static List<Block> of(String markdown) {
        List<Block> blocks = new ArrayList<>();
        if (markdown == null) {
            return blocks;
        }
        for (Node node = PARSER.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
            blocks.add(block(node));
        }
        return blocks;
    }

    private static Block block(Node node) {
        if (node instanceof BulletList || node instanceof OrderedList) {
            List<String> items = new ArrayList<>();
            for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
                items.add(text(item));
            }
            return new Block(Kind.LIST, items);
        }
        return new Block(node instanceof Heading ? Kind.HEADING : Kind.PARAGRAPH, List.of(text(node)));
    }

    private static String text(Node node) {
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
            public void visit(HtmlInline markup) {
                text.append(markup.getLiteral());
            }

            @Override
            public void visit(HtmlBlock markup) {
                text.append(markup.getLiteral());
            }

            @Override
            public void visit(FencedCodeBlock code) {
                text.append(code.getLiteral());
            }

            @Override
            public void visit(IndentedCodeBlock code) {
                text.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak end) {
                text.append(' ');
            }

            @Override
            public void visit(HardLineBreak end) {
                text.append(' ');
            }

            @Override
            public void visit(Paragraph paragraph) {
                if (!text.isEmpty()) {
                    text.append(' ');
                }
                visitChildren(paragraph);
            }
        });
        return text.toString();
    }
}
