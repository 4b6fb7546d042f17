package de.kreislaufstadt.process.engine.extension;

import java.lang.reflect.Method;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * What {@code deputyGroups()} means in the filter "In Vertretung": the groups whose tasks the person sees today only because
 * they stand in for somebody. The engine calls functions of expressions without an object, so it is looked up.
 */
public final class DeputyGroups {

    static final String NAME = "deputyGroups";

    /** No group is called this; the engine refuses to ask for the tasks of no group at all. */
    private static final List<String> NONE = List.of("-");

    private DeputyGroups() {}

    /** @return ids of groups, never empty */
    public static List<String> deputyGroups() {
        GuardedIdentityService identity =
                (GuardedIdentityService) Context.getProcessEngineConfiguration().getIdentityService();
        List<String> groups = identity.groupsInDeputyship();
        return groups.isEmpty() ? NONE : groups;
    }

    static Method function() {
        try {
            return DeputyGroups.class.getMethod(NAME);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
