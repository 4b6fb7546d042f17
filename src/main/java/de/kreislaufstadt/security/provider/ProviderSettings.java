package de.kreislaufstadt.security.provider;

import de.kreislaufstadt.start.StartRefused;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity providers of an installation.
 *
 * @param recheck how often a provider is asked whether it still vouches for somebody who is signed in; from a second to an hour
 * @param providers by key, which stands in addresses that the provider has to know
 */
@ConfigurationProperties("kreislaufstadt.sign-in")
record ProviderSettings(@DefaultValue("PT5M") Duration recheck, Map<String, Provider> providers) {

    ProviderSettings {
        providers = providers == null ? Map.of() : new TreeMap<>(providers);
        if (recheck.compareTo(Duration.ofSeconds(1)) < 0 || recheck.compareTo(Duration.ofHours(1)) > 0) {
            throw new StartRefused("kreislaufstadt.sign-in.recheck: von PT1S bis PT1H");
        }
        Set<String> issuers = new HashSet<>();
        providers.forEach((key, provider) -> {
            String place = "kreislaufstadt.sign-in.providers." + key;
            if (!key.matches("[a-z][a-z0-9-]{0,30}")) {
                throw new StartRefused(place + ": der Schlüssel besteht aus Kleinbuchstaben, Ziffern, Bindestrichen");
            }
            provider.check(place);
            if (!issuers.add(provider.issuer())) {
                throw new StartRefused(place + ".issuer: steht auch bei einem anderen Anbieter");
            }
        });
    }
}
