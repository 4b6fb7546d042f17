package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.Intervention;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.Mandates.Mandate;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.steer.StuckJobs.Stuck;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets a job be tried again that was given up. It is tried at once; if it fails again, its incident comes back. */
@Component
class RetryJob implements Intervention {

    /** As often as the engine tries a job by itself. */
    private static final int TRIES = 3;

    private final StuckJobs jobs;
    private final SteeringRights rights;
    private final ManagementService management;
    private final ApplicationEventPublisher publisher;

    RetryJob(StuckJobs jobs, SteeringRights rights, ManagementService management, ApplicationEventPublisher publisher) {
        this.jobs = jobs;
        this.rights = rights;
        this.management = management;
        this.publisher = publisher;
    }

    @Override
    public String kind() {
        return "RETRY";
    }

    @Override
    public boolean inBatches() {
        return true;
    }

    @Override
    public List<String> itemsOf(String municipality, String number) {
        return jobs.ofMeasure(municipality, number).stream()
                .filter(Stuck::givenUp)
                .map(Stuck::id)
                .toList();
    }

    @Override
    public void carryOut(String item, Wish wish, Login who) {
        Stuck job = jobs.find(SteeringRights.municipality(who), item)
                .orElseThrow(() -> new InterventionRefused(Cause.NOT_FOUND, "steering.jobGone"));
        Mandate mandate = rights.required(job.municipality(), job.lead(), who);
        if (!job.givenUp()) {
            throw new InterventionRefused(Cause.CONFLICT, "steering.jobTriedAlready");
        }
        JobCause cause = jobs.causeOf(job);
        SignedIn.runAsSystem(() -> management.setJobRetries(job.id(), TRIES));
        publisher.publishEvent(BusinessAction.of(
                        job.municipality(),
                        job.measure(),
                        BusinessAction.Kind.JOB_RETRIED,
                        new Subject(job.process(), job.activity(), null, job.id()),
                        who.user())
                .as(mandate.group())
                .inPlaceOf(mandate.deputyFor())
                .changing(Change.of("cause", cause.name(), null))
                .under(job.version()));
    }
}
