package de.kreislaufstadt.support;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Everything the running application answers to, found by looking at it: what Spring MVC has mapped,
 * the JAX-RS applications of the engine and of its web applications with their plugins, servlets and filters that
 * answer themselves, and those of Spring Security. Nothing is listed by hand, so that a new endpoint cannot be forgotten.
 */
public final class Endpoints {

    private static final String APPLICATION = "jakarta.ws.rs.Application";

    /**
     * Filters look at requests on their way, and nothing tells from outside which of them answer instead. These only
     * pass on or refuse; any other that has paths of its own counts as an endpoint.
     */
    private static final Set<String> PASSING_FILTERS = Set.of(
            "AuthenticationFilter",
            "ContainerBasedAuthenticationFilter",
            "LazySecurityFilter",
            "CsrfPreventionFilter",
            "SessionCookieFilter",
            "HttpHeaderSecurityFilter",
            "EmptyBodyFilter",
            "CacheControlFilter",
            "AppendTrailingSlashFilter");

    private Endpoints() {}

    /** @return in the order of their paths */
    public static SortedSet<Endpoint> of(WebApplicationContext application) {
        SortedSet<Endpoint> found = new TreeSet<>();
        application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .forEach(mapped -> addMapped(mapped, found));
        application.getBeansOfType(AbstractUrlHandlerMapping.class).forEach((name, mapping) -> {
            mapping.getHandlerMap().keySet().forEach(path -> found.add(new Endpoint("GET", path, "static " + name)));
            if (mapping.getRootHandler() != null) {
                found.add(new Endpoint("GET", "/", "static " + name));
            }
        });
        application
                .getServletContext()
                .getServletRegistrations()
                .values()
                .forEach(servlet -> addServlet(servlet, application, found));
        application.getServletContext().getFilterRegistrations().values().forEach(filter -> addFilter(filter, found));
        SecurityEndpoints.add(application, found);
        return found;
    }

    private static void addMapped(Map.Entry<RequestMappingInfo, HandlerMethod> mapped, Set<Endpoint> found) {
        RequestMappingInfo info = mapped.getKey();
        String source = "mvc " + mapped.getValue().getBeanType().getSimpleName();
        Collection<String> methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        for (String path : info.getPatternValues()) {
            for (String method : methods.isEmpty() ? List.of("*") : methods) {
                found.add(new Endpoint(method, path.isEmpty() ? "/" : path, source));
            }
        }
    }

    private static void addServlet(
            ServletRegistration servlet, WebApplicationContext application, Set<Endpoint> found) {
        for (String mapping : servlet.getMappings()) {
            if (servlet.getClassName().equals(ServletContainer.class.getName())) {
                String root = mapping.replaceFirst("/\\*$", "");
                Application resources = applicationOf(servlet, application);
                String source = "jax-rs " + resources.getClass().getSimpleName();
                resources.getClasses().forEach(type -> JaxRs.add(root, type, source, found));
            } else if (!servlet.getClassName().equals(DispatcherServlet.class.getName())) {
                found.add(new Endpoint("*", mapping.replaceFirst("/\\*$", "/**"), "servlet " + servlet.getName()));
            }
        }
    }

    private static Application applicationOf(ServletRegistration servlet, WebApplicationContext application) {
        String name = servlet.getInitParameter(APPLICATION);
        if (name == null) {
            return application.getBean(ResourceConfig.class);
        }
        try {
            return (Application) ClassUtils.resolveClassName(name, application.getClassLoader())
                    .getConstructor()
                    .newInstance();
        } catch (InstantiationException
                | IllegalAccessException
                | InvocationTargetException
                | NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addFilter(FilterRegistration filter, Set<Endpoint> found) {
        String type = filter.getClassName().substring(filter.getClassName().lastIndexOf('.') + 1);
        if (!PASSING_FILTERS.contains(type)) {
            filter.getUrlPatternMappings().stream()
                    .filter(path -> !path.equals("/*"))
                    .forEach(path -> found.add(
                            new Endpoint("GET", path.replaceFirst("/\\*$", "/**"), "filter " + filter.getName())));
        }
    }
}
