package de.kreislaufstadt.process;

import java.util.List;
import java.util.Optional;

/**
 * Whose tasks somebody may work on today besides those of the groups their account belongs to; answered by the module that
 * knows departments and deputies. Answers depend on the day and come from memory: every request asks.
 */
public interface StandIns {

    /**
     * @param own groups the account itself belongs to
     * @param municipalities tenants of the account
     * @return own groups, those of departments whose work theirs goes on with today, and those of whom the person stands in
     *     for today
     */
    List<String> groupsToday(String user, List<String> own, List<String> municipalities);

    /**
     * @param group engine group whose task it is
     * @param holder person who has claimed the task or from whom it was taken over; null where nobody has
     * @return in whose place the person works on it: a user id, or the group of the heads who named a deputy for their
     *     role; empty if the person acts for themselves, or does not stand in for the holder
     */
    Optional<String> onBehalfOf(String user, String group, String holder);

    /** @return who stands in today for the person, with this group's tasks */
    List<String> deputiesOf(String user, String group);
}
