package de.kreislaufstadt.process.engine.model;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Gives every instance of the shared models the municipality it belongs to: that of the calling process, else the one
 * municipality of who starts it, else the one the system acts for. It never comes from a client's data.
 */
public final class MunicipalityOfInstance implements TenantIdProvider {

    private static final ThreadLocal<String> ACTING_FOR = new ThreadLocal<>();

    /** Runs work of the system itself for a municipality. */
    public static <T> T actingFor(String municipality, Supplier<T> work) {
        String before = ACTING_FOR.get();
        ACTING_FOR.set(municipality);
        try {
            return work.get();
        } finally {
            if (before == null) {
                ACTING_FOR.remove();
            } else {
                ACTING_FOR.set(before);
            }
        }
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        if (context.getSuperExecution() != null) {
            return context.getSuperExecution().getTenantId();
        }
        if (ACTING_FOR.get() != null) {
            return ACTING_FOR.get();
        }
        Authentication authentication =
                ProcessEngines.getDefaultProcessEngine().getIdentityService().getCurrentAuthentication();
        List<String> tenants = authentication == null ? List.of() : authentication.getTenantIds();
        if (tenants == null || tenants.size() != 1) {
            throw new BadUserRequestException("A process belongs to exactly one municipality; who starts it must too");
        }
        return tenants.get(0);
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return ACTING_FOR.get();
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null
                ? ACTING_FOR.get()
                : context.getExecution().getTenantId();
    }
}
