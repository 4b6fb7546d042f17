package de.kreislaufstadt.department;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that mail can be sent to: plain ones, without a name, quotes or comments. Line breaks and other control
 * characters, with which an address could carry a header of its own into a mail, have no place in them; neither have
 * umlauts before the {@code @}, which most mail servers do not take. A domain may have them.
 */
public final class MailAddress {

    /** The longest address that SMTP can carry. */
    private static final int LONGEST = 254;

    private static final Pattern PLAIN = Pattern.compile(
            "[^@\\s\\p{Cntrl}\\P{ASCII}\"(),:;<>\\[\\]\\\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

    private MailAddress() {}

    /** @return whether mail can be sent to the address */
    public static boolean isValid(String text) {
        return onTheWire(text).isPresent();
    }

    /** @return the address as a mail carries it, its domain in ASCII; empty if mail cannot be sent to it */
    public static Optional<String> onTheWire(String text) {
        try {
            int at = text.lastIndexOf('@');
            String address = text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1));
            if (address.length() > LONGEST || !PLAIN.matcher(address).matches()) {
                return Optional.empty();
            }
            new InternetAddress(address, true).validate();
            return Optional.of(address);
        } catch (AddressException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
