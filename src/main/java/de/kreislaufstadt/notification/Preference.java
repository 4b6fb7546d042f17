package de.kreislaufstadt.notification;

import de.kreislaufstadt.process.MailSettings.Rhythm;
import java.util.Locale;

/** What a recipient has chosen; who has not chosen is told at once, in German. */
record Preference(Rhythm rhythm, Locale language) {

    static final Preference DEFAULT = new Preference(Rhythm.IMMEDIATE, Locale.GERMAN);
}
