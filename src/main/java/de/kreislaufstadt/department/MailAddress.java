package de.kreislaufstadt.department;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/**
 * Addresses that mail can be sent to: plain ones, without a name, quotes or comments. Line breaks and other control
 * characters, with which an address could carry a header of its own into a mail, have no place in them.
 */
final class MailAddress {

    /** The longest address that SMTP can carry. */
    private static final int LONGEST = 254;

    private static final Pattern PLAIN =
            Pattern.compile("[^@\\s\\p{Cntrl}\"(),:;<>\\[\\]\\\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

    private MailAddress() {}

    static boolean isValid(String text) {
        if (text.length() > LONGEST || !PLAIN.matcher(text).matches()) {
            return false;
        }
        try {
            new InternetAddress(text, true).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }
}
