package de.kreislaufstadt.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What axe-core finds against the WCAG in our part of a page. */
final class Accessibility {

    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /**
     * @param part CSS selector of our part; what stands around it is Camunda's
     * @return one line per rule that is broken, with the places
     */
    static List<String> violations(Page page, String part) {
        // Legacy: without a second page, which would take the focus away from the one being looked at.
        return new AxeBuilder(page)
                .include(List.of(part)).withTags(LEVELS).setLegacyMode(true).analyze().getViolations().stream()
                        .map(Accessibility::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(CheckedNode::getHtml)
                        .map(html -> html.substring(0, Math.min(html.length(), 160)))
                        .collect(Collectors.joining(" | "));
    }
}
