package de.kreislaufstadt.process;

import java.util.Collection;

/** Tasks that people have claimed. */
public interface ClaimedTasks {

    /** Gives the person's claimed tasks of these groups back to them, except where somebody has asked the person a question. */
    void giveBack(String user, Collection<String> groups);
}
