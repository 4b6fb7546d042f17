package de.kreislaufstadt.security;

import de.kreislaufstadt.start.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long one stays signed in.
 *
 * @param longestSession after this long everybody signs in anew, however busy they are; from a minute to a day
 */
@ConfigurationProperties("kreislaufstadt.sign-in")
record SignInSettings(@DefaultValue("PT12H") Duration longestSession) {

    SignInSettings {
        if (longestSession.compareTo(Duration.ofMinutes(1)) < 0 || longestSession.compareTo(Duration.ofDays(1)) > 0) {
            throw new StartRefused("kreislaufstadt.sign-in.longest-session: von PT1M bis PT24H");
        }
    }
}
