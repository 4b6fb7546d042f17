package de.kreislaufstadt.security;

import de.kreislaufstadt.account.LocalSignIn;
import de.kreislaufstadt.account.LocalSignIn.SignedIn;
import de.kreislaufstadt.account.LocalSignIn.TooOften;
import de.kreislaufstadt.process.Accounts.Login;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs people in with their local account; over REST; wrong name and wrong password look alike. */
@Component
class AccountAuthentication implements AuthenticationProvider {

    private final LocalSignIn local;

    AccountAuthentication(LocalSignIn local) {
        this.local = local;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        Object password = authentication.getCredentials();
        String address = authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : null;
        LocalSignIn.Result result =
                local.check(authentication.getName(), password == null ? null : password.toString(), address);
        if (result instanceof TooOften slow) {
            throw new TooManyAttempts(slow.pause());
        }
        // A program cannot be asked for a second factor: an account that has one gets no further here.
        if (!(result instanceof SignedIn person)) {
            throw new BadCredentialsException("Refused");
        }
        Login login = person.login();
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
