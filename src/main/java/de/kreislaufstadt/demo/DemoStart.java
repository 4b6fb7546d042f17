package de.kreislaufstadt.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Takes the demo's directory before any other bean exists, and hands the passwords kept there to the settings that
 * production takes from its environment.
 */
class DemoStart implements BeanFactoryPostProcessor, EnvironmentAware, DisposableBean {

    private static final String MUNICIPALITIES = "kreislaufstadt.municipalities";

    private ConfigurableEnvironment environment;
    private DemoDirectory directory;
    private DemoSecrets secrets;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        directory = DemoDirectory.lock(Path.of(environment.getRequiredProperty("kreislaufstadt.demo.directory")));
        secrets = DemoSecrets.in(directory, environment.getProperty("kreislaufstadt.demo.password", ""));
        Map<String, Object> settings = new HashMap<>();
        settings.put("kreislaufstadt.initial-password", secrets.people());
        settings.put("kreislaufstadt.admin.password", secrets.people());
        if (DemoMembers.wanted(environment)) {
            List<String> files = new ArrayList<>(DemoMembers.files(directory));
            files.add(0, environment.getRequiredProperty(MUNICIPALITIES));
            settings.put(MUNICIPALITIES, String.join(",", files));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("demo", settings));
    }

    DemoDirectory directory() {
        return directory;
    }

    DemoSecrets secrets() {
        return secrets;
    }

    @Override
    public void destroy() throws IOException {
        if (directory != null) {
            directory.close();
        }
    }
}
