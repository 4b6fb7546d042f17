package de.kreislaufstadt.website;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language of a page. The address decides, and nothing else: a link shows everybody the same. */
public final class Language {

    static final String PARAMETER = "sprache";

    private Language() {}

    /** @return English where the address asks for it, else German */
    public static Locale of(HttpServletRequest request) {
        return Locale.ENGLISH.getLanguage().equals(request.getParameter(PARAMETER)) ? Locale.ENGLISH : Locale.GERMAN;
    }
}
