package de.kreislaufstadt.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs inside a node and puts its clocks on, the product's and the engine's. */
public final class ClockAhead implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final Duration AHEAD = Duration.ofMinutes(6);

    @Override
    public void initialize(ConfigurableApplicationContext node) {
        ClockUtil.offset(AHEAD.toMillis());
        node.getBeanFactory()
                .registerSingleton("clockAhead", Clock.offset(Clock.system(ZoneId.of("Europe/Berlin")), AHEAD));
    }

    /** @return the end of the command line that starts the product with this beside it */
    static List<String> beside(Path jar, Path folder) throws IOException {
        String file = ClockAhead.class.getName().replace('.', '/') + ".class";
        Path copy = folder.resolve(file);
        Files.createDirectories(copy.getParent());
        try (InputStream code = ClockAhead.class.getResourceAsStream("/" + file)) {
            Files.write(copy, code.readAllBytes());
        }
        Path registered = folder.resolve("META-INF/spring.factories");
        Files.createDirectories(registered.getParent());
        Files.writeString(registered, ApplicationContextInitializer.class.getName() + "=" + ClockAhead.class.getName());
        return List.of(
                "-Dloader.path=" + folder,
                "-cp",
                jar.toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher");
    }
}
