package de.kreislaufstadt.security;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs people in with their local account; wrong name and wrong password look alike. */
@Component
class AccountAuthentication implements AuthenticationProvider {

    private final Accounts accounts;

    AccountAuthentication(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        Object password = authentication.getCredentials();
        Login login = accounts.login(authentication.getName(), password == null ? null : password.toString())
                .orElseThrow(() -> new BadCredentialsException("Refused"));
        return UsernamePasswordAuthenticationToken.authenticated(
                login,
                null,
                login.groups().stream().map(SimpleGrantedAuthority::new).toList());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
