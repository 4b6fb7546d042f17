package de.kreislaufstadt.security.provider;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * The providers with what they say of themselves. They are asked when they are first needed: one that does not answer keeps
 * neither the application from starting nor the people of other cities from signing in, and is asked again the next time.
 */
@Component
class Registrations implements ClientRegistrationRepository {

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final ProviderSettings settings;
    private final ProviderHttp http;
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

    Registrations(ProviderSettings settings, ProviderHttp http) {
        this.settings = settings;
        this.http = http;
    }

    /**
     * @return null if no provider has this key, as the interface wants it
     * @throws ProviderUnreachable if it does not say who it is
     */
    @Override
    public ClientRegistration findByRegistrationId(String key) {
        Provider provider = settings.providers().get(key);
        if (provider == null) {
            return null;
        }
        ClientRegistration registration = known.get(key);
        if (registration == null) {
            registration = discover(key, provider);
            known.put(key, registration);
        }
        return registration;
    }

    private ClientRegistration discover(String key, Provider provider) {
        try {
            Map<String, Object> document = http.operations()
                    .exchange(provider.issuer().replaceFirst("/$", "") + DISCOVERY, HttpMethod.GET, null, DOCUMENT)
                    .getBody();
            if (document == null || !provider.issuer().equals(document.get("issuer"))) {
                throw new IllegalArgumentException("The issuer is another one");
            }
            ClientRegistration.Builder registration = ClientRegistrations.fromOidcConfiguration(document)
                    .registrationId(key)
                    .clientId(provider.clientId())
                    .clientName(provider.label())
                    .scope(provider.scopes())
                    .redirectUri("{baseUrl}" + ProviderWays.ANSWER + "{registrationId}");
            String secret = provider.secret();
            if (secret == null) {
                registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
            } else {
                registration.clientSecret(secret);
            }
            return registration.build();
        } catch (RestClientException | IllegalArgumentException e) {
            throw new ProviderUnreachable(e);
        }
    }
}
