package de.kreislaufstadt.bench.stock;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What a city has to switch on before it lets anybody in: REST asks for a login, and every instance belongs to a tenant. */
@Configuration(proxyBeanMethods = false)
@Profile("guarded")
class Guarded {

    private static final String TENANT = "city";

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> login() {
        var filter = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        filter.addUrlPatterns("/engine-rest/*");
        filter.addInitParameter("authentication-provider", HttpBasicAuthenticationProvider.class.getName());
        filter.setAsyncSupported(true);
        return filter;
    }

    @Bean
    AbstractProcessEnginePlugin tenants() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setTenantIdProvider(new OneTenant());
            }
        };
    }

    private static final class OneTenant implements TenantIdProvider {

        @Override
        public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
            return TENANT;
        }

        @Override
        public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
            return TENANT;
        }

        @Override
        public String provideTenantIdForHistoricDecisionInstance(
                TenantIdProviderHistoricDecisionInstanceContext context) {
            return TENANT;
        }
    }
}
