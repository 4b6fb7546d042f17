package de.kreislaufstadt.start;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Puts health and metrics on the port after the application's, unless {@code management.server.port} says otherwise: whoever
 * starts several instances on one machine has to choose one port for each and not two. With a port that the system chooses
 * this one is chosen too.
 */
public final class ManagementPort implements EnvironmentPostProcessor, Ordered {

    private static final String SETTING = "management.server.port";
    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty(SETTING, "").isBlank()) {
            int port = port(environment.getProperty("server.port", ""));
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("kreislaufstadt management port", Map.of(SETTING, after(port))));
        }
    }

    /** What is no number is told by {@link StartChecks}, in words. */
    private static int port(String value) {
        return value.strip().matches("-?[0-9]{1,5}") ? Integer.parseInt(value.strip()) : DEFAULT_PORT;
    }

    private static int after(int port) {
        if (port <= 0) {
            return port;
        }
        return port < HIGHEST_PORT ? port + 1 : port - 1;
    }

    /** After all files and the environment have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
