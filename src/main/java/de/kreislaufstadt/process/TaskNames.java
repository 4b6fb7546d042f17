package de.kreislaufstadt.process;

/** What user tasks are called in the language of who reads it. */
public interface TaskNames {

    /**
     * @param key id of the user task or start event in its model
     * @param german its name in German, as the model has it or had it when it was noted down
     * @return the name for the reader of the moment; null for null
     */
    String task(String key, String german);
}
