package de.kreislaufstadt.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A picture that a form shows while it is being filled, drawn from the numbers that the module would write if the form were
 * submitted now. It writes nothing.
 */
public interface TaskPreview {

    /** @return ids of the user tasks whose forms show it */
    List<String> tasks();

    /**
     * @param data what is in the form; it has the shape of the form, but any value may be missing or wrong
     * @return the picture, of as much as can be said already
     */
    Picture preview(TaskContext task, JsonNode data);
}
