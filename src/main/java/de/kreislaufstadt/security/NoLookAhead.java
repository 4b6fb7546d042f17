package de.kreislaufstadt.security;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.HandlerMappingIntrospector;

/**
 * Spring Security looks up with every request which controller will answer it, for matchers that ask Spring MVC. There are none here
 * ({@link WaysIn}), and the engine's REST interface has no controller: the look took a twentieth of all that a request costs.
 */
@Component
class NoLookAhead implements BeanDefinitionRegistryPostProcessor, Ordered {

    private static final String INTROSPECTOR = "mvcHandlerMappingIntrospector";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
        if (beans.containsBeanDefinition(INTROSPECTOR)) {
            beans.removeBeanDefinition(INTROSPECTOR);
            RootBeanDefinition own = new RootBeanDefinition(Introspector.class, Introspector::new);
            own.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
            own.setLazyInit(true);
            beans.registerBeanDefinition(INTROSPECTOR, own);
        }
    }

    /** Before Spring Security puts the look into its chain, which it does without an order. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static final class Introspector extends HandlerMappingIntrospector {

        @Override
        public Filter createCacheFilter() {
            return (request, response, chain) -> chain.doFilter(request, response);
        }
    }
}
