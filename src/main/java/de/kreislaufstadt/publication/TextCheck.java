package de.kreislaufstadt.publication;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import de.kreislaufstadt.department.Mailboxes;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.publication.Finding.Kind;
import de.kreislaufstadt.publication.PublicTexts.Said;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.ReleasedMeasure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks for addresses of mail, telephone numbers, names that somebody keeps, and forms of address with a name behind them. */
@Component
class TextCheck implements PersonalDataCheck {

    private static final Pattern MAIL = Pattern.compile("[\\p{L}0-9._%+-]+@[\\p{L}0-9-]+(?:\\.[\\p{L}0-9-]+)+");
    private static final Pattern SALUTATION = Pattern.compile(
            "\\b(?:Herrn?|Frau|Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.|Prof\\.)(?:\\s+(?:Dr\\.|Prof\\.|med\\.|jur\\.|h\\.\\s?c\\.))*"
                    + "\\s+(?:(?:von|van|zu|de)\\s+(?:der\\s+|den\\s+|dem\\s+)?)*\\p{Lu}[\\p{L}-]+",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DATE = Pattern.compile(".*\\b\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{2,4}.*");
    private static final Pattern UNBROKEN = Pattern.compile("\\d{1,9}");

    /** Characters shown on either side. */
    private static final int AROUND = 25;

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final Mailboxes mailboxes;
    private final ObjectProvider<MunicipalPages> pages;
    private final Municipalities municipalities;
    private final ObjectProvider<KnownNames> names;

    TextCheck(
            Mailboxes mailboxes,
            Municipalities municipalities,
            ObjectProvider<MunicipalPages> pages,
            ObjectProvider<KnownNames> names) {
        this.mailboxes = mailboxes;
        this.municipalities = municipalities;
        this.pages = pages;
        this.names = names;
    }

    @Override
    public List<Finding> of(String municipality, ReleasedMeasure version) {
        return in(municipality, PublicTexts.of(version));
    }

    @Override
    public List<Finding> in(String municipality, Map<String, String> texts) {
        return in(
                municipality,
                texts.entrySet().stream()
                        .map(text -> new Said(text.getKey(), text.getKey(), text.getValue()))
                        .toList());
    }

    private List<Finding> in(String municipality, List<Said> texts) {
        List<String> kept = names.stream()
                .map(source -> source.of(municipality))
                .flatMap(Collection::stream)
                .toList();
        NameIndex known = new NameIndex(kept);
        Set<PhoneNumber> allowed = allowedNumbers(municipality);
        List<Finding> found = new ArrayList<>();
        for (Said said : texts) {
            mails(municipality, said, found);
            phones(said, allowed, found);
            known.in(said.text()).forEach(span -> found.add(finding(said, Kind.NAME, span.from(), span.to())));
            each(SALUTATION, said, Kind.SALUTATION, found);
        }
        return found;
    }

    private void mails(String municipality, Said said, List<Finding> found) {
        Matcher matcher = MAIL.matcher(said.text());
        while (matcher.find()) {
            String address = matcher.group();
            if (!mailboxes.isMailbox(municipality, address)
                    && !municipalities.publicMailAddresses(municipality).contains(address.toLowerCase(Locale.ROOT))
                    && !isOfThePages(municipality, address)) {
                found.add(finding(said, Kind.MAIL, matcher.start(), matcher.end()));
            }
        }
    }

    private boolean isOfThePages(String municipality, String address) {
        return pages.stream()
                .flatMap(all -> all.find(municipality).stream())
                .anyMatch(city -> address.equalsIgnoreCase(city.contactMail()));
    }

    private Set<PhoneNumber> allowedNumbers(String municipality) {
        Set<PhoneNumber> allowed = new HashSet<>();
        for (String written : municipalities.publicPhoneNumbers(municipality)) {
            try {
                allowed.add(phones.parse(written, "DE"));
            } catch (NumberParseException e) {
                // What is no number allows none.
                continue;
            }
        }
        return allowed;
    }

    /**
     * What is no number for everybody who calls from Germany is none: it begins with a zero or a plus. Years, amounts, numbers of
     * papers and keys of municipalities are not taken for one.
     */
    private void phones(Said said, Set<PhoneNumber> allowed, List<Finding> found) {
        for (PhoneNumberMatch match : phones.findNumbers(said.text(), "DE", Leniency.VALID, Long.MAX_VALUE)) {
            String raw = match.rawString().strip();
            boolean dialled =
                    raw.startsWith("0") || raw.startsWith("+") || raw.startsWith("(0") || raw.startsWith("(+");
            boolean apart =
                    match.start() == 0 || " (:;,\n\t".indexOf(said.text().charAt(match.start() - 1)) >= 0;
            if (dialled
                    && apart
                    && !allowed.contains(match.number())
                    && !UNBROKEN.matcher(raw).matches()
                    && !DATE.matcher(raw).matches()) {
                found.add(finding(said, Kind.PHONE, match.start(), match.end()));
            }
        }
    }

    private static void each(Pattern pattern, Said said, Kind kind, List<Finding> found) {
        Matcher matcher = pattern.matcher(said.text());
        while (matcher.find()) {
            found.add(finding(said, kind, matcher.start(), matcher.end()));
        }
    }

    private static Finding finding(Said said, Kind kind, int from, int to) {
        String text = said.text();
        int begin = Math.max(0, from - AROUND);
        int end = Math.min(text.length(), to + AROUND);
        String excerpt = (begin > 0 ? "…" : "")
                + text.substring(begin, end).replaceAll("\\s+", " ")
                + (end < text.length() ? "…" : "");
        return new Finding(said.path(), said.label(), kind, text.substring(from, to), excerpt);
    }
}
