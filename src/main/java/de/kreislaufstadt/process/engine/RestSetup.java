package de.kreislaufstadt.process.engine;

import de.kreislaufstadt.process.web.RestProviders;
import java.util.Set;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonMappingExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonParseExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts our gate and our answers into the engine's REST API. The set of classes is static and shared by {@code /engine-rest}
 * and the web applications, so it is changed before either of them starts.
 */
@Configuration
class RestSetup {

    @Bean
    static BeanFactoryPostProcessor ownRestAnswers() {
        return beans -> {
            Set<Class<?>> providers = CamundaRestResources.getConfigurationClasses();
            providers.removeAll(Set.of(
                    ExceptionHandler.class,
                    RestExceptionHandler.class,
                    ProcessEngineExceptionHandler.class,
                    JsonParseExceptionHandler.class,
                    JsonMappingExceptionHandler.class));
            providers.addAll(RestProviders.CLASSES);
        };
    }
}
