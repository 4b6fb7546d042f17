package de.kreislaufstadt.process.engine;

import java.util.Collection;
import java.util.Set;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonMappingExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonParseExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;

/** The classes that make up the engine's REST API; one static set, shared by {@code /engine-rest} and the web applications. */
public final class RestResources {

    private RestResources() {}

    /** Puts our own classes in place of the engine's answers to errors; only works before the API is started. */
    public static void answerWith(Collection<Class<?>> own) {
        Set<Class<?>> classes = CamundaRestResources.getConfigurationClasses();
        classes.removeAll(Set.of(
                ExceptionHandler.class,
                RestExceptionHandler.class,
                ProcessEngineExceptionHandler.class,
                JsonParseExceptionHandler.class,
                JsonMappingExceptionHandler.class));
        classes.addAll(own);
    }
}
