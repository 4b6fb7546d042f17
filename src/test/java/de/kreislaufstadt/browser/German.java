package de.kreislaufstadt.browser;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Looks for words that give an untranslated page away. Names of the domain (R-strategies, Workshop, Status quo) are none. */
final class German {

    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|and|of|with|from|not|please|is|are|be|to|your|[Ss]elect|[Aa]dd|[Rr]emove|[Ss]earch|[Rr]equired|"
                    + "[Ll]oading|[Cc]omplete|[Ss]ubmit|[Ss]ave|[Cc]ancel|[Cc]lose|[Cc]reate|[Cc]reated|[Dd]ue|[Tt]ask|"
                    + "[Tt]asks|[Vv]alue|[Ff]ield|[Cc]laim|[Cc]omment|[Dd]ate|[Ss]ign|[Ll]ogin|[Ll]ogout|[Ee]rror|"
                    + "[Uu]ser|[Gg]roup|[Hh]istory|[Dd]escription|[Dd]iagram|[Rr]unning|[Ii]nstances|Case Variable)\\b");

    private German() {}

    /** @return the English words in a text, each once */
    static List<String> leftovers(String text) {
        return ENGLISH.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
