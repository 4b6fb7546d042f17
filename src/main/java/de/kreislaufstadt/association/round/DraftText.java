package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.PublishedComponents.PublishedComponent.Section;
import de.kreislaufstadt.form.Markdown;
import java.util.List;
import java.util.stream.Collectors;

/** Sections as forms show them. */
final class DraftText {

    private DraftText() {}

    /** @return Markdown of the moderation, in which no HTML works */
    static String of(List<Section> sections) {
        return sections.stream()
                .map(section -> "## " + Markdown.escape(section.heading()) + "\n\n" + harmless(section.text()) + "\n")
                .collect(Collectors.joining("\n"));
    }

    private static String harmless(String markdown) {
        return markdown.replace("&", "&amp;").replace("<", "&lt;");
    }
}
