package de.kreislaufstadt.process;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.HeardNotices;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TaskPage;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A proposal waits for its review by the climate staff unit; tests are about what people do with that task. */
@ApplicationTest
abstract class ReviewTask {

    static final String CLERK = "klima-sachbearbeitung";
    static final String HEAD = "klima-leitung";
    static final String OTHER = "umwelt-sachbearbeitung";
    static final String DEPARTMENT = "Aufgaben meiner Abteilung";

    @Autowired
    Office office;

    @Autowired
    HeardNotices notices;

    @LocalServerPort
    int port;

    String number;
    Task task;
    TaskPage page;

    @BeforeEach
    void aProposalWaitsForReview() {
        number = office.as("wfm-sachbearbeitung").proposes();
        task = office.open(number, "review-proposal").get(0);
        page = new TaskPage(port, task.getId());
    }

    Task now() {
        return office.open(number, "review-proposal").get(0);
    }

    void claimed(String user) {
        office.as(user).signedIn(() -> {
            office.tasks().claim(task.getId(), user);
            return null;
        });
    }
}
