package de.kreislaufstadt.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Looks at port and database settings as soon as they are known, so that a wrong one costs a second and not a start. */
public final class StartChecks implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final int DEFAULT_PORT = 8080;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        checkDatabase(environment);
        checkPort(environment, "server", DEFAULT_PORT);
        checkPort(environment, "management.server", 0);
    }

    private static void checkDatabase(Environment environment) {
        if (isBlank(environment, "spring.datasource.url") && isBlank(environment, "kreislaufstadt.demo.directory")) {
            throw new StartRefused("Keine Datenbank angegeben: SPRING_DATASOURCE_URL (jdbc:postgresql://…),"
                    + " SPRING_DATASOURCE_USERNAME und SPRING_DATASOURCE_PASSWORD setzen.");
        }
    }

    private static void checkPort(Environment environment, String prefix, int fallback) {
        Integer port = environment.getProperty(prefix + ".port", Integer.class, fallback);
        if (port <= 0) {
            return;
        }
        String address = environment.getProperty(prefix + ".address", "");
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address.isBlank() ? new InetSocketAddress(port) : new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new StartRefused(portTaken(port, prefix), e);
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
