package de.kreislaufstadt.security.provider;

import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.department.ClaimedGroups;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.Accounts.Login;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes of a provider's claims an account with its groups: the same for people in a browser and for tokens over REST. */
@Component
class ClaimedPeople {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_MAIL = 254;
    private static final int LONGEST_SUBJECT = 255;
    private static final int MOST_GROUPS = 1000;

    private final ProviderSettings settings;
    private final PersonAccounts accounts;
    private final ClaimedGroups groups;
    private final Municipalities municipalities;

    ClaimedPeople(
            ProviderSettings settings, PersonAccounts accounts, ClaimedGroups groups, Municipalities municipalities) {
        this.settings = settings;
        this.accounts = accounts;
        this.groups = groups;
        this.municipalities = municipalities;
    }

    /**
     * @param key of the provider whose signature the claims bear
     * @throws SignInRefused if the claims let nobody in: another municipality, no group that means anything, account disabled
     */
    Login enter(String key, Map<String, Object> claims) {
        Provider provider = settings.providers().get(key);
        String subject = text(claims, "sub");
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw new SignInRefused("unknown");
        }
        String municipality = municipality(provider, claims);
        List<String> member = groups.groups(municipality, strings(claims, provider.groupsClaim()));
        if (member.isEmpty()) {
            accounts.withdraw(key, subject);
            throw new SignInRefused("noDepartment");
        }
        return accounts.fromProvider(key, subject, name(provider, claims), mail(provider, claims), municipality, member)
                .orElseThrow(() -> new SignInRefused("disabled"));
    }

    /** A provider speaks for the municipalities the operator has named, whatever it claims. */
    private String municipality(Provider provider, Map<String, Object> claims) {
        String claimed = provider.municipalityClaim().isBlank()
                ? provider.municipality()
                : text(claims, provider.municipalityClaim());
        boolean allowed = provider.municipalityClaim().isBlank()
                || provider.municipalities().contains(claimed);
        if (!allowed || !municipalities.tenants().contains(claimed)) {
            throw new SignInRefused("unknownMunicipality");
        }
        return claimed;
    }

    private static String name(Provider provider, Map<String, Object> claims) {
        return Stream.of(provider.nameClaim(), "preferred_username", "sub")
                .map(claim -> text(claims, claim).replaceAll("\\p{Cntrl}", " ").strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                .orElseThrow();
    }

    /** An address that the provider says nobody has proved is not written to. */
    private static String mail(Provider provider, Map<String, Object> claims) {
        String mail = provider.mailClaim().isBlank() ? "" : text(claims, provider.mailClaim());
        boolean unproved = "email".equals(provider.mailClaim()) && Boolean.FALSE.equals(claims.get("email_verified"));
        boolean usable = mail.length() <= LONGEST_MAIL && mail.matches("[^\\s@\\p{Cntrl}<>,;]+@[^\\s@\\p{Cntrl}<>,;]+");
        return usable && !unproved ? mail : null;
    }

    private static String text(Map<String, Object> claims, String claim) {
        return claims.get(claim) instanceof String text ? text : "";
    }

    private static Set<String> strings(Map<String, Object> claims, String path) {
        Object value = claims;
        for (String step : path.split("\\.")) {
            value = value instanceof Map<?, ?> object ? object.get(step) : null;
        }
        Set<String> strings = new LinkedHashSet<>();
        if (value instanceof String one) {
            strings.add(one);
        } else if (value instanceof Collection<?> several) {
            several.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .limit(MOST_GROUPS)
                    .forEach(strings::add);
        }
        return strings;
    }
}
