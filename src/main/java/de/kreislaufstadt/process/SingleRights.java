package de.kreislaufstadt.process;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * On what people of no municipality may work today; answered by the module that keeps their rights. It is asked with every
 * request of such a person, so that a right begins and ends without anybody signing in anew.
 */
public interface SingleRights {

    /** Engine group of all people of no municipality; it belongs to none and opens Tasklist, nothing else. */
    String OUTSIDERS = "external";

    /** @return what the person may work on today; empty for everybody else, and once their account has ended */
    List<SingleRight> today(String user);

    /**
     * People of the association work in its office and, where cities let them, on single tasks there, without a right of their
     * own being written down. Asked of everybody who opens tasks, so it costs nothing where none of the tenants is the association's.
     *
     * @param groups with which somebody acts today
     * @param tenants they belong to
     * @return what they may work on today beside that
     */
    default List<SingleRight> ofAssociation(Collection<String> groups, Collection<String> tenants) {
        return List.of();
    }

    /** @return whether the person may work on single tasks of the municipality today because they are of the association */
    default boolean isOfAssociationFor(String municipality, String user) {
        return false;
    }

    /** @return the people who may work today on what a group of {@link #workshop} stands for */
    List<String> holders(String municipality, String group);

    /**
     * @param municipality where it is
     * @param group engine group that stands for it, a candidate of its tasks
     */
    record SingleRight(String municipality, String group) {}

    /**
     * Capital letters: no municipality's id has any, so that no department's group can be called the same.
     *
     * @return the engine group of those who may work on a workshop's tasks for the moderation
     */
    static String workshop(UUID workshop) {
        return PREFIX + workshop;
    }

    /** @return whether who acts with these groups is of the municipality's own people, and not there by single rights alone */
    static boolean isOwn(String municipality, Collection<String> groups) {
        return groups.stream().anyMatch(group -> group.startsWith(municipality + "-"));
    }

    /** First letters of all such groups; in SQL {@code not like 'WORKSHOP-%'} leaves them out. */
    String PREFIX = "WORKSHOP-";

    /** @return whether the group stands for a single right and not for people of a municipality */
    static boolean isSingle(String group) {
        return group.startsWith(PREFIX);
    }
}
