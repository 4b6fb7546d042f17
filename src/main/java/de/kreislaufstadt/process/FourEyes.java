package de.kreislaufstadt.process;

/** The four-eyes rule: nobody checks or releases what they have worked on themselves. */
public interface FourEyes {

    /**
     * Looks at all rounds of the work: whoever wrote a first version that somebody else has changed since is an author too,
     * and so is who filled the form for somebody who asked, or added a document to the step. What somebody did in another's
     * place is the work of both; and a deputy does not release the work of the person in whose place they act, who could not
     * do it either.
     *
     * @param field field of the form that the refusal is shown at
     * @param authoring ids of the user tasks in which the work was done; only those of the same measure count and, where
     *     the step is about an item (a workshop, a project), of the same item
     * @throws de.kreislaufstadt.form.FormRefused if who acts has completed one of them
     */
    void check(TaskContext task, String field, String... authoring);
}
