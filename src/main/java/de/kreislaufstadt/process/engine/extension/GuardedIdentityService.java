package de.kreislaufstadt.process.engine.extension;

import de.kreislaufstadt.process.SingleRights;
import de.kreislaufstadt.process.SingleRights.SingleRight;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.process.engine.people.SignedIn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Lets everybody act with the groups of today: their own, those of departments theirs goes on with, and those of people
 * they stand in for. Every way in ends here with every request: the REST API's login, the web applications, which keep an
 * account's own groups for a minute, and {@link SignedIn}. So a deputyship begins and ends at midnight without anybody
 * signing in anew, and rights, filters ({@code currentUserGroups()}) and our own pages agree.
 */
public final class GuardedIdentityService extends IdentityServiceImpl {

    private final ObjectProvider<StandIns> standIns;
    private final ObjectProvider<SingleRights> singleRights;

    /** @param standIns asked late: they need the engine that is being built with this service */
    public GuardedIdentityService(ObjectProvider<StandIns> standIns, ObjectProvider<SingleRights> singleRights) {
        this.standIns = standIns;
        this.singleRights = singleRights;
    }

    @Override
    public void setAuthentication(Authentication who) {
        super.setAuthentication(who == null ? null : ofToday(who));
    }

    /**
     * Passwords are checked where attempts are counted, when somebody signs in. What asks the engine itself, such as its REST
     * operations for verifying and changing passwords, would be a second place to guess at.
     */
    @Override
    public boolean checkPassword(String user, String password) {
        return false;
    }

    /** @return groups of who is signed in that are theirs today only because they stand in for somebody */
    List<String> groupsInDeputyship() {
        Authentication who = getCurrentAuthentication();
        if (who == null || who.getUserId() == null || who.getGroupIds() == null) {
            return List.of();
        }
        StandIns deputies = standIns.getObject();
        return who.getGroupIds().stream()
                .filter(group ->
                        deputies.onBehalfOf(who.getUserId(), group, null).isPresent())
                .toList();
    }

    private Authentication ofToday(Authentication who) {
        if (who.getUserId() == null || who.getGroupIds() == null || who.getTenantIds() == null) {
            return who;
        }
        if (who.getGroupIds().contains(SingleRights.OUTSIDERS)) {
            return outsider(who);
        }
        List<String> groups = standIns.getObject().groupsToday(who.getUserId(), who.getGroupIds(), who.getTenantIds());
        return ofAssociation(new Authentication(who.getUserId(), groups, who.getTenantIds()));
    }

    /** People of the association keep what is theirs at its office, and are let in where a city lets them moderate. */
    private Authentication ofAssociation(Authentication who) {
        boolean known = who.getGroupIds().stream().anyMatch(SingleRights::isSingle);
        if (known || !WorkElsewhere.isPossible()) {
            return who;
        }
        List<SingleRight> rights = singleRights.getObject().ofAssociation(who.getGroupIds(), who.getTenantIds());
        if (rights.isEmpty()) {
            return who;
        }
        Set<String> groups = new LinkedHashSet<>(who.getGroupIds());
        Set<String> tenants = new LinkedHashSet<>(who.getTenantIds());
        rights.forEach(right -> {
            groups.add(right.group());
            tenants.add(right.municipality());
        });
        return new Authentication(who.getUserId(), new ArrayList<>(groups), new ArrayList<>(tenants));
    }

    /** Whoever belongs to no municipality is let in where a right of theirs is, for as long as it lasts. */
    private Authentication outsider(Authentication who) {
        List<SingleRight> rights = singleRights.getObject().today(who.getUserId());
        Set<String> groups = new LinkedHashSet<>(who.getGroupIds());
        rights.forEach(right -> groups.add(right.group()));
        List<String> municipalities =
                rights.stream().map(SingleRight::municipality).distinct().toList();
        return new Authentication(who.getUserId(), new ArrayList<>(groups), municipalities);
    }
}
