package de.kreislaufstadt.security.provider;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.department.ClaimedGroups;
import de.kreislaufstadt.department.Municipalities;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two cities whose files know one group each: {@code klima} in both, {@code amt} in the first only. */
final class Mapping {

    private Mapping() {}

    static ProviderSettings settings(Provider... providers) {
        Map<String, Provider> byKey = new TreeMap<>();
        for (Provider provider : providers) {
            byKey.put(provider.label(), provider);
        }
        return new ProviderSettings(Duration.ofMinutes(5), byKey);
    }

    /** @param label serves as its key, too */
    static Provider provider(String label, String issuer, String municipality, String claim, String groupsClaim) {
        return new Provider(
                issuer,
                "kreislaufstadt",
                "geheim",
                "",
                label,
                municipality,
                claim,
                claim.isEmpty() ? List.of() : List.of("musterhausen", "nirgendwo"),
                groupsClaim,
                "name",
                "email",
                List.of("openid"),
                "kreislaufstadt-rest");
    }

    static ClaimedPeople people(ProviderSettings settings, PersonAccounts accounts) {
        Municipalities municipalities = mock(Municipalities.class);
        when(municipalities.tenants()).thenReturn(List.of("muenster", "musterhausen"));
        ClaimedGroups groups = mock(ClaimedGroups.class);
        when(groups.groups(any(), any())).thenReturn(List.of());
        when(groups.groups(eq("muenster"), any())).thenAnswer(asked -> {
            Collection<?> claimed = asked.getArgument(1);
            return claimed.contains("amt") || claimed.contains("klima") ? List.of("muenster-klima") : List.of();
        });
        when(groups.groups(eq("musterhausen"), any())).thenAnswer(asked -> {
            Collection<?> claimed = asked.getArgument(1);
            return claimed.contains("klima") ? List.of("musterhausen-klima") : List.of();
        });
        return new ClaimedPeople(settings, accounts, groups, municipalities);
    }
}
