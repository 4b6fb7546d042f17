package de.kreislaufstadt.security;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.start.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Creates the administrator {@code admin} when there is none, with a password from the environment or from a file. There
 * is no default password: without one nobody administers, and the log says so.
 */
@Component
@Order(1)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String ID = "admin";
    private static final int SHORTEST = 12;

    private final Accounts accounts;
    private final String password;
    private final String passwordFile;

    FirstAdministrator(
            Accounts accounts,
            @Value("${kreislaufstadt.admin.password:}") String password,
            @Value("${kreislaufstadt.admin.password-file:}") String passwordFile) {
        this.accounts = accounts;
        this.password = password;
        this.passwordFile = passwordFile;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.hasAdministrator()) {
            return;
        }
        String secret = passwordFile.isBlank() ? password : fromFile();
        if (secret.isBlank()) {
            LOG.warn("Es gibt noch keine Administration: KREISLAUFSTADT_ADMIN_PASSWORD"
                    + " oder KREISLAUFSTADT_ADMIN_PASSWORD_FILE setzen und neu starten");
            return;
        }
        if (secret.length() < SHORTEST) {
            throw new StartRefused("KREISLAUFSTADT_ADMIN_PASSWORD ist zu kurz: mindestens " + SHORTEST + " Zeichen");
        }
        accounts.ensureAdministrator(ID, secret);
    }

    private String fromFile() {
        try {
            return Files.readString(Path.of(passwordFile)).strip();
        } catch (IOException e) {
            throw new StartRefused("KREISLAUFSTADT_ADMIN_PASSWORD_FILE ist nicht lesbar: " + passwordFile);
        }
    }
}
