package de.kreislaufstadt.question;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.measure.Measure;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.SystemProcesses;
import de.kreislaufstadt.question.Marks.Mark;
import de.kreislaufstadt.released.ReleasedMeasures;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes questions and hands them to the lead. What is not taken leaves nothing behind. */
@Service
@EnableConfigurationProperties(QuestionSettings.class)
class QuestionDesk implements Questions {

    static final String PROCESS = "public-question";

    private final ReleasedMeasures released;
    private final Measures measures;
    private final Municipalities municipalities;
    private final DepartmentDirectory departments;
    private final Marks marks;
    private final QuestionLimits limits;
    private final QuestionTable table;
    private final SystemProcesses processes;
    private final QuestionSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    QuestionDesk(
            ReleasedMeasures released,
            Measures measures,
            Municipalities municipalities,
            DepartmentDirectory departments,
            Marks marks,
            QuestionLimits limits,
            QuestionTable table,
            SystemProcesses processes,
            QuestionSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.released = released;
        this.measures = measures;
        this.municipalities = municipalities;
        this.departments = departments;
        this.marks = marks;
        this.limits = limits;
        this.table = table;
        this.processes = processes;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public boolean takes(String municipality) {
        return !municipalities.hasEnded(municipality);
    }

    @Override
    public String mark(String municipality, String number) {
        return marks.of(municipality, number);
    }

    /** A measure that is not public answers like a form that is too old: whoever shows it anew finds out that there is none. */
    @Override
    public Answer ask(Asked asked) {
        Checked checked = Checked.of(asked);
        Optional<Measure> measure = measure(asked);
        Optional<Mark> mark = marks.read(asked.municipality(), asked.number(), asked.mark());
        if (measure.isEmpty() || mark.isEmpty()) {
            return new Answer.Stale();
        }
        Answer taken = new Answer.Taken(lead(asked.municipality(), measure.get()));
        if (asked.trap() != null && !asked.trap().isBlank()) {
            return taken;
        }
        if (!checked.problems().isEmpty()) {
            return new Answer.Wrong(checked.problems());
        }
        if (mark.get().shown().plus(settings.quickest()).isAfter(clock.instant())) {
            return new Answer.Stale();
        }
        return transaction.execute(status -> {
            Answer answer = take(asked, checked, measure.get(), mark.get(), taken);
            if (answer != taken) {
                status.setRollbackOnly();
            }
            return answer;
        });
    }

    private Answer take(Asked asked, Checked checked, Measure measure, Mark mark, Answer taken) {
        if (!limits.use(asked.municipality(), mark)) {
            return new Answer.Stale();
        }
        Duration wait = limits.count(asked.municipality(), asked.network(), measure.id());
        if (!wait.isZero()) {
            return new Answer.TooMany(Math.max(1, wait.toSeconds()));
        }
        begin(asked.municipality(), measure, checked);
        return taken;
    }

    private void begin(String municipality, Measure measure, Checked checked) {
        UUID id = UUID.randomUUID();
        table.add(municipality, measure.id(), id, checked);
        String instance = processes.start(
                municipality,
                PROCESS,
                measure.number(),
                Outcome.of("measureId", measure.id())
                        .and("lead", measure.lead())
                        .and("questionId", id));
        table.runsAs(municipality, id, instance);
        events.publishEvent(BusinessAction.of(
                municipality,
                measure.id(),
                Kind.QUESTION_ASKED,
                new Subject(PROCESS, null, null, id.toString()),
                null));
    }

    private Optional<Measure> measure(Asked asked) {
        return released.numbered(asked.municipality(), asked.number())
                .filter(entry -> takes(asked.municipality()))
                .flatMap(entry -> measures.findByNumber(asked.municipality(), asked.number()));
    }

    private String lead(String municipality, Measure measure) {
        return departments.nameOf(municipality, departments.currentOf(municipality, measure.lead()));
    }
}
