package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.engine.people.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who asks, for the length of one request; without it the engine checks no rights at all. */
public final class EngineIdentityFilter extends OncePerRequestFilter {

    private final Supplier<Optional<Login>> who;

    /** @param who the signed-in person of the current request, if there is one */
    public EngineIdentityFilter(Supplier<Optional<Login>> who) {
        this.who = who;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Login> login = who.get();
        login.ifPresent(SignedIn::set);
        try {
            chain.doFilter(request, response);
        } finally {
            login.ifPresent(person -> SignedIn.clear());
        }
    }
}
