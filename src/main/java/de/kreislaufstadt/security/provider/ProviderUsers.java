package de.kreislaufstadt.security.provider;

import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.process.Accounts.Login;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Turns what a provider says of somebody into a person of a session. */
@Component
class ProviderUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService claims = new OidcUserService();
    private final ClaimedPeople people;
    private final PersonAccounts accounts;

    ProviderUsers(ClaimedPeople people, PersonAccounts accounts, ProviderHttp http) {
        this.people = people;
        this.accounts = accounts;
        DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(http.operations());
        claims.setOauth2UserService(userInfo);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        String key = request.getClientRegistration().getRegistrationId();
        OidcIdToken token = request.getIdToken();
        Login login = people.enter(key, claims(request));
        String sid = token.getClaimAsString("sid");
        return new ProviderPerson(token, accounts.begin(login.user(), key, sid));
    }

    /** @return claims of the token, and of what the provider answers about the person now, which is newer */
    Map<String, Object> claims(OidcUserRequest request) {
        OidcUserInfo now = claims.loadUser(request).getUserInfo();
        Map<String, Object> all = new HashMap<>(request.getIdToken().getClaims());
        if (now != null) {
            all.putAll(now.getClaims());
        }
        return all;
    }
}
