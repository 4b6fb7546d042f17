package de.kreislaufstadt.start;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out all that makes traces unless somebody has said where to send them ({@code management.otlp.tracing.endpoint}): spans that
 * nobody receives would still be made, and their libraries loaded at every start.
 */
public final class TracesOnRequest implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String RECEIVER = "management.otlp.tracing.endpoint";

    private static final String ACTUATOR = "org.springframework.boot.actuate.autoconfigure.";
    private static final List<String> PARTS =
            List.of(ACTUATOR + "tracing.", ACTUATOR + "opentelemetry.", ACTUATOR + "logging.");

    private boolean wanted;

    @Override
    public void setEnvironment(Environment environment) {
        wanted = !environment.getProperty(RECEIVER, "").isBlank();
    }

    @Override
    public boolean[] match(String[] names, AutoConfigurationMetadata metadata) {
        boolean[] taken = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            taken[i] = wanted || name == null || PARTS.stream().noneMatch(name::startsWith);
        }
        return taken;
    }
}
