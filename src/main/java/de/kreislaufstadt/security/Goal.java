package de.kreislaufstadt.security;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** Where somebody wanted to go before they had to sign in: a page of ours, never another site. */
public final class Goal {

    /** Name of the request parameter that carries it. */
    public static final String PARAMETER = "ziel";

    static final String DEFAULT = "/camunda/app/tasklist/default/";

    private static final int LONGEST = 500;

    /** A path (one slash, then a letter), maybe with query and fragment; no backslash, no space, no control character. */
    private static final Pattern OWN_PATH = Pattern.compile("/[a-z][A-Za-z0-9._~!$&'()*+,;=:@%/?#\\[\\]-]*");

    /** What is no page: signing in and out, and what answers programs. */
    private static final List<String> NOWHERE =
            List.of("/anmelden", "/oauth2", "/login", "/engine-rest", "/camunda/api", "/actuator");

    private Goal() {}

    /** @return the wanted page if it is one of ours, else Tasklist */
    public static String of(String wanted) {
        boolean own = wanted != null
                && wanted.length() <= LONGEST
                && OWN_PATH.matcher(wanted).matches()
                && NOWHERE.stream().noneMatch(wanted::startsWith);
        return own ? wanted : DEFAULT;
    }

    /** @return the page as it stands in the query of an address */
    static String asParameter(String goal) {
        return PARAMETER + "=" + UriUtils.encode(goal, StandardCharsets.UTF_8);
    }
}
