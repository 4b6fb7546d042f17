package de.kreislaufstadt.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.Environment;

/**
 * Looks at the settings as soon as they are known, so that wrong ones cost a second and not a start, and tells all of them, so
 * that it is one start.
 */
public final class StartChecks implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final int DEFAULT_PORT = 8080;

    /** @throws StartRefused if one of them cannot work; one line for each */
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        List<String> faults = new ArrayList<>();
        database(environment).ifPresent(faults::add);
        faults.addAll(SettingsThatWork.faults(environment));
        port(environment, "server", DEFAULT_PORT).ifPresent(faults::add);
        port(environment, "management.server", 0).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw new StartRefused(String.join("\n", faults));
        }
    }

    private static Optional<String> database(Environment environment) {
        return isBlank(environment, "spring.datasource.url") && isBlank(environment, "kreislaufstadt.demo.directory")
                ? Optional.of("Keine Datenbank angegeben: SPRING_DATASOURCE_URL (jdbc:postgresql://…),"
                        + " SPRING_DATASOURCE_USERNAME und SPRING_DATASOURCE_PASSWORD setzen.")
                : Optional.empty();
    }

    private static Optional<String> port(Environment environment, String prefix, int fallback) {
        int port;
        try {
            port = environment.getProperty(prefix + ".port", Integer.class, fallback);
        } catch (IllegalArgumentException | ConversionException e) {
            return Optional.of("%s: Der Port ist keine Zahl.".formatted(Setting.named(prefix + ".port")));
        }
        if (port <= 0) {
            return Optional.empty();
        }
        String address = environment.getProperty(prefix + ".address", "");
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address.isBlank() ? new InetSocketAddress(port) : new InetSocketAddress(address, port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(portTaken(port, prefix));
        }
    }

    /** One line that names the port and the setting to change it. */
    static String portTaken(int port, String prefix) {
        return "Port %d ist belegt: das Programm beenden, das ihn nutzt, oder mit %s.port (Umgebung: %s_PORT) einen anderen wählen."
                .formatted(
                        port, prefix, prefix.toUpperCase(java.util.Locale.ROOT).replace('.', '_'));
    }

    private static boolean isBlank(Environment environment, String property) {
        return environment.getProperty(property, "").isBlank();
    }
}
