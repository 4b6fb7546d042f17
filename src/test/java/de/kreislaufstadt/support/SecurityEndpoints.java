package de.kreislaufstadt.support;

import jakarta.servlet.Filter;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.context.WebApplicationContext;

/** What Spring Security answers itself, in front of the gate: the ways to an identity provider and back. */
final class SecurityEndpoints {

    /** These pass on or refuse, wherever they stand; any other is taken for one that answers. */
    private static final Set<String> PASSING = Set.of(
            "DisableEncodeUrlFilter",
            "WebAsyncManagerIntegrationFilter",
            "SecurityContextHolderFilter",
            "HeaderWriterFilter",
            "CsrfFilter",
            "BasicAuthenticationFilter",
            "BearerTokenAuthenticationFilter",
            "RequestCacheAwareFilter",
            "SecurityContextHolderAwareRequestFilter",
            "AnonymousAuthenticationFilter",
            "AuthenticationFilter",
            "SessionManagementFilter",
            "ExceptionTranslationFilter",
            "AuthorizationFilter",
            "CrossSiteFilter",
            "EngineIdentityFilter",
            "KnownSchemes",
            "OwnNonceFilter",
            "PageToken",
            "PageTokenOfSession",
            "PublicDataCeiling",
            "PublicPageCeiling",
            "PublicSiteCeiling",
            "SessionGuard",
            "SignOut",
            "SmallBodies",
            "ToSignIn",
            "UploadCeiling",
            "WebApplicationIdentityFilter");

    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9_{}*/-]+");

    private SecurityEndpoints() {}

    static void add(WebApplicationContext application, Set<Endpoint> found) {
        application.getBeansOfType(SecurityFilterChain.class).values().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .filter(filter -> !PASSING.contains(filter.getClass().getSimpleName()) && !answersNothing(filter))
                .forEach(filter -> found.add(new Endpoint(
                        "GET", path(filter), "security " + filter.getClass().getSimpleName())));
    }

    /** The framework's own address that leads to a provider is closed; our page does that. */
    private static boolean answersNothing(Filter filter) {
        return filter instanceof OAuth2AuthorizationRequestRedirectFilter
                && ReflectionTestUtils.getField(filter, "authorizationRequestResolver")
                        .getClass()
                        .getName()
                        .startsWith("de.kreislaufstadt.");
    }

    /** @return what it answers to; a path that has no row for a filter that nobody knows here */
    private static String path(Filter filter) {
        Object asked = filter instanceof AbstractAuthenticationProcessingFilter
                ? ReflectionTestUtils.getField(filter, "requiresAuthenticationRequestMatcher")
                : "";
        Matcher path = PATH.matcher(String.valueOf(asked));
        return path.find()
                ? path.group().replaceFirst("(\\*|\\{[^}]*})$", "{provider}")
                : "/unknown/" + filter.getClass().getSimpleName();
    }
}
