package de.kreislaufstadt.process;

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

    /** First letters of all such groups; in SQL {@code not like 'WORKSHOP-%'} leaves them out. */
    String PREFIX = "WORKSHOP-";

    /** @return whether the group stands for a single right and not for people of a municipality */
    static boolean isSingle(String group) {
        return group.startsWith(PREFIX);
    }
}
