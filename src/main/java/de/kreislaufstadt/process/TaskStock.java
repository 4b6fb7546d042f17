package de.kreislaufstadt.process;

import java.util.List;

/** The open user tasks as they are in this moment, for whoever keeps a picture of them and wants to know whether it is true. */
public interface TaskStock {

    /**
     * One page of a municipality's open tasks, by id, each told as if it had just been opened.
     *
     * @param after id of the last task of the page before, empty for the first page
     * @param size rows at most; fewer mean that this was the last page
     */
    List<TaskMoved> page(String municipality, String after, int size);
}
