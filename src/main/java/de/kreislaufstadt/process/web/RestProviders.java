package de.kreislaufstadt.process.web;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.process.engine.model.ModelNames;
import de.kreislaufstadt.process.engine.task.TaskDesk;
import de.kreislaufstadt.rights.Rights;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.stereotype.Component;

/**
 * The JAX-RS classes that the engine's REST API is given. JAX-RS creates them itself, outside of Spring; they forward to
 * the beans that this component holds.
 */
@Component
public final class RestProviders {

    /** To be registered in every JAX-RS application of the engine. */
    public static final Set<Class<?>> CLASSES = Set.of(
            Gate.class,
            StartNames.class,
            Names.class,
            AnyMapper.class,
            RestMapper.class,
            EngineMapper.class,
            ParseMapper.class,
            MappingMapper.class);

    private static final int BEFORE_OTHERS = 1;

    private static volatile OperationGate gate;
    private static volatile EngineExceptions exceptions;
    private static volatile NamesOfStarts startNames;
    private static volatile EnglishNames englishNames;

    RestProviders(Rights rights, Answers answers, TaskDesk desk, ModelNames names, ObjectMapper json) {
        RestProviders.gate = new OperationGate(rights, answers, json);
        RestProviders.exceptions = new EngineExceptions(answers);
        RestProviders.startNames = new NamesOfStarts(desk);
        RestProviders.englishNames = new EnglishNames(names);
    }

    /** Before matching: looking for the resource would already read the database. */
    @Provider
    @PreMatching
    public static final class Gate implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) throws IOException {
            gate.filter(request);
        }
    }

    /** Names what people start by the start event ("Maßnahme vorschlagen"), not by the process that begins there. */
    @Provider
    public static final class StartNames implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            startNames.filter(request, response);
        }
    }

    /** Names tasks and processes in English for who reads English. */
    @Provider
    public static final class Names implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            englishNames.filter(request, response);
        }
    }

    /**
     * One mapper per type the engine's own mappers covered: JAX-RS takes the closest, so none of theirs may be closer. The JSON
     * library brings mappers for the same types, which show names of classes; without a priority it is chance which one wins.
     */
    private abstract static class Mapper<E extends Throwable> implements ExceptionMapper<E> {

        @Context
        private HttpHeaders headers;

        @Override
        public Response toResponse(E thrown) {
            return exceptions.respond(thrown, headers);
        }
    }

    @Provider
    @jakarta.annotation.Priority(BEFORE_OTHERS)
    public static final class AnyMapper extends Mapper<Throwable> {}

    @Provider
    @jakarta.annotation.Priority(BEFORE_OTHERS)
    public static final class RestMapper extends Mapper<RestException> {}

    @Provider
    @jakarta.annotation.Priority(BEFORE_OTHERS)
    public static final class EngineMapper extends Mapper<ProcessEngineException> {}

    @Provider
    @jakarta.annotation.Priority(BEFORE_OTHERS)
    public static final class ParseMapper extends Mapper<JsonParseException> {}

    @Provider
    @jakarta.annotation.Priority(BEFORE_OTHERS)
    public static final class MappingMapper extends Mapper<JsonMappingException> {}
}
