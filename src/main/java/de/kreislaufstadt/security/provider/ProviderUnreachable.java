package de.kreislaufstadt.security.provider;

import java.net.SocketTimeoutException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/** A provider does not answer, or not as one does; nobody can sign in with it for the moment. */
final class ProviderUnreachable extends AuthenticationServiceException {

    private static final long serialVersionUID = 1L;

    ProviderUnreachable(Throwable cause) {
        super("identity provider unreachable", cause);
    }

    /** @return whether something has failed since the provider did not answer, or not as one does */
    static boolean isCauseOf(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProviderUnreachable
                    || cause instanceof ResourceAccessException
                    || cause instanceof SocketTimeoutException
                    || cause instanceof HttpServerErrorException) {
                return true;
            }
        }
        return false;
    }
}
