package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.Association.Office;
import de.kreislaufstadt.association.MembersChanged;
import de.kreislaufstadt.association.round.RequestTable.Request;
import de.kreislaufstadt.department.MunicipalityApplied;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps running rounds in line with the association: who joins while members comment is asked at once, till the same day as everybody;
 * who leaves is asked no more; who could not be reached is asked as soon as somebody there can be. It looks when a file was applied,
 * and every hour, since membership begins and ends by date.
 */
@Component
public class MemberWatch {

    private static final Logger LOG = LoggerFactory.getLogger(MemberWatch.class);

    private final Association association;
    private final RoundTable rounds;
    private final MembersOfRound members;
    private final RequestOpening opening;
    private final RoundCourse course;
    private final EventTable events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MemberWatch(
            Association association,
            RoundTable rounds,
            MembersOfRound members,
            RequestOpening opening,
            RoundCourse course,
            EventTable events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.association = association;
        this.rounds = rounds;
        this.members = members;
        this.opening = opening;
        this.course = course;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        // After a commit the transaction that is over still stands in the way.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void on(MunicipalityApplied applied) {
        lookAfter(applied.municipality());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void on(MembersChanged changed) {
        lookAfter(changed.office());
    }

    /** What holds of a city or of the association holds for rounds, too; the file is applied even if a task cannot be given out. */
    private void lookAfter(String applied) {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("{}: Runden des Verbunds sind noch nicht nachgeführt, es wird stündlich versucht", applied, e);
        }
    }

    @Scheduled(cron = "${kreislaufstadt.association.members:0 12 * * * *}", zone = "Europe/Berlin")
    void everyHour() {
        look();
    }

    /** Looks at every round in which members may answer, each in a transaction of its own. */
    public void look() {
        association
                .office()
                .map(Office::municipality)
                .ifPresent(office -> rounds.takingComments(office)
                        .forEach(round -> transaction.executeWithoutResult(status -> look(office, round.id()))));
    }

    private void look(String office, UUID id) {
        ComponentRound round = rounds.lock(office, id);
        if (!round.state().takesComments()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        List<Request> left = members.left(office, id, today);
        List<Request> over = new ArrayList<>(left);
        over.addAll(members.ended(office, id, today));
        course.withdraw(over);
        left.forEach(request -> events.note(office, id, RoundEvent.LEFT, request.name()));
        members.makeGood(office, id, today);
        members.plan(office, id, today).forEach(name -> events.note(office, id, RoundEvent.JOINED, name));
        // While tasks are still being given out, the job that does it finds those that were planned here.
        if (round.state() == RoundState.COMMENTING) {
            while (opening.openNext(office, round)) {
                LOG.debug("{}: weitere Mitglieder werden gefragt", round.key());
            }
            course.closeIfEnough(office, round);
        }
    }
}
