package de.kreislaufstadt.process;

/** What the steps of the models are called, for whoever has only kept their key. */
public interface StepNames {

    /**
     * @param key id of a user task or start event
     * @return its name in the language of the reader; the key where no model has it any more
     */
    String nameOf(String key);
}
