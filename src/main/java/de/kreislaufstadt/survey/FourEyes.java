package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.TaskContext;

/** Nobody checks or releases their own work. */
final class FourEyes {

    private FourEyes() {}

    /**
     * @param author engine user id of who completed the step that is checked
     * @throws FormRefused if that is who checks
     */
    static void check(TaskContext task, String author) {
        if (author.equals(task.actor())) {
            throw FormRefused.at("", "survey.fourEyes");
        }
    }
}
