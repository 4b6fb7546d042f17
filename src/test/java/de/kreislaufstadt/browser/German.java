package de.kreislaufstadt.browser;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Looks for words that give an untranslated page away. Names of the domain (R-strategies, Workshop, Status quo) are none. */
final class German {

    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|and|of|with|from|not|please|is|are|be|to|your|[Ss]elect|[Aa]dd|[Rr]emove|[Ss]earch|[Rr]equired|"
                    + "[Ll]oading|[Cc]omplete|[Ss]ubmit|[Ss]ave|[Cc]ancel|[Cc]lose|[Cc]reate|[Cc]reated|[Dd]ue|[Tt]ask|"
                    + "[Tt]asks|[Vv]alue|[Ff]ield|[Cc]laim|[Cc]omment|[Dd]ate|[Ss]ign|[Ll]ogin|[Ll]ogout|[Ee]rror|"
                    + "[Uu]ser|[Gg]roup|[Hh]istory|[Dd]escription|[Dd]iagram|[Rr]unning|[Ii]nstances|Case Variable|"
                    + "[Ii]ncrement|[Dd]ecrement|[Ee]xpand|[Cc]ollapse|[Rr]esults?|[Nn]othing|[Ff]ound|[Ss]kip|[Pp]owered|"
                    + "[Tt]ooling|[Ii]tems?|[Tt]oggle|[Ss]croll|[Pp]revious|[Nn]ext|[Cc]lick|[Mm]ust|[Vv]alid|[Ee]xpected|"
                    + "[Mm]onth|[Yy]ear|[Hh]our|[Ee]ntry|[Ee]nter|[Cc]hoose|[Ll]ist of|"
                    + "January|February|March|May|June|July|October|December|"
                    + "(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|Sun|Mon|Tue|Wed|Thu|Fri|Sat)\\b");

    /** Everything a person can read or hear: texts, also of closed lists and calendars, and what only screen readers say. */
    private static final String WORDS = """
            place => {
              const words = [];
              const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                if (!texts.currentNode.parentElement.closest('script, style')) {
                  words.push(texts.currentNode.data);
                }
              }
              const spoken = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'];
              for (const element of [place, ...place.querySelectorAll('*')]) {
                spoken.forEach(name => words.push(element.getAttribute(name) || ''));
              }
              return words.filter(word => word.trim()).join(' | ');
            }""";

    private German() {}

    /** @return the English words in a part of a page, also in what is not shown at the moment or said to screen readers only */
    static List<String> leftovers(Locator place) {
        return leftovers(place.evaluate(WORDS).toString());
    }

    /** @return the English words in a text, each once */
    static List<String> leftovers(String text) {
        return ENGLISH.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
