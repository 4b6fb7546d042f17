package de.kreislaufstadt.workshop.letter;

import de.kreislaufstadt.notification.LetterStatus;
import de.kreislaufstadt.notification.Letters;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.workshop.record.AddresseeTable;
import de.kreislaufstadt.workshop.record.AnnouncementTable;
import de.kreislaufstadt.workshop.record.AnnouncementTable.Announcement;
import de.kreislaufstadt.workshop.record.Answer;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.Workshop;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which letters go to whom when something happens to a workshop. Only people with an e-mail address get any; they are in the
 * outbox with the transaction in which it happened.
 */
@Component
public class WorkshopLetters {

    private final Letters letters;
    private final AnnouncementTable announcements;
    private final AddresseeTable addressees;
    private final Clock clock;

    WorkshopLetters(Letters letters, AnnouncementTable announcements, AddresseeTable addressees, Clock clock) {
        this.letters = letters;
        this.announcements = announcements;
        this.addressees = addressees;
        this.clock = clock;
    }

    /**
     * The list of invitations was edited: whoever has not been told the date as it stands is told, whoever is not on the list
     * any more, or under another address, is told there that it is off.
     */
    public void listed(TaskContext task, Workshop workshop, List<Invitation> before, List<Invitation> now) {
        String municipality = task.municipality();
        Map<UUID, Invitation> kept = now.stream().collect(Collectors.toMap(Invitation::id, Function.identity()));
        List<Invitation> lost = before.stream()
                .filter(seat -> seat.email() != null && !isReachedAt(seat.email(), kept.get(seat.id())))
                .toList();
        List<LetterStatus> earlier = lost.isEmpty() ? List.of() : held(municipality, lost);
        Set<UUID> told = subjects(earlier, LetterStatus::mayHaveArrived);
        List<Invitation> tellOff =
                lost.stream().filter(seat -> told.contains(seat.id())).toList();
        boolean off = !tellOff.isEmpty();
        if (off) {
            List<UUID> rows = addressees.withdraw(municipality, workshop.id(), tellOff, forget(workshop));
            letters.write(municipality, LetterKind.WITHDRAWN.key(), rows, "withdrawn");
        }
        if (isNews(before, now)) {
            Announcement announced = announcements.announce(municipality, workshop.id(), off);
            invite(municipality, now, announced);
            // The letter went to an address that was wrong, or could not go there; one that waits goes to the new
            // address.
            Set<UUID> again = subjects(earlier, letter -> true);
            again.removeAll(subjects(earlier, letter -> letter.state() == LetterStatus.State.WAITING));
            letters.write(
                    municipality,
                    LetterKind.DATE.key(),
                    ids(now, seat -> again.contains(seat.id())),
                    announced.edition() + "-" + task.taskId());
        } else if (off) {
            announcements.withdraw(municipality, workshop.id());
        }
        letters.write(municipality, LetterKind.PLACE.key(), ids(now, seat -> movesUp(seat, before)), task.taskId());
    }

    /** Date or place have changed: everybody who is invited is told. */
    public void moved(TaskContext task, UUID workshop, Supplier<List<Invitation>> invited) {
        if (announcements.find(task.municipality(), workshop).isPresent()) {
            invite(task.municipality(), invited.get(), announcements.announce(task.municipality(), workshop, false));
        }
    }

    /** The workshop does not take place. */
    public void cancelled(String municipality, UUID workshop, List<Invitation> invited) {
        announcements
                .withdraw(municipality, workshop)
                .ifPresent(announced -> letters.write(
                        municipality, LetterKind.CANCELLED.key(), ids(invited, seat -> true), "cancelled"));
    }

    /** The workshop was held: whoever came is asked how it was. The link is the same for all of them. */
    public void held(TaskContext task, List<Invitation> invited) {
        letters.write(
                task.municipality(), LetterKind.EVALUATION.key(), ids(invited, Invitation::attended), "evaluation");
    }

    /** The minutes are checked: whoever came may object until the day. */
    public void minutesReady(TaskContext task, List<Invitation> invited, LocalDate until) {
        letters.write(
                task.municipality(),
                LetterKind.MINUTES.key(),
                ids(invited, Invitation::attended),
                AfterwardsLetter.Minutes.cause(until, task.taskId()));
    }

    /** Somebody has answered online. */
    public void answered(String municipality, Invitation seat) {
        letters.write(
                municipality,
                LetterKind.ANSWER.key(),
                ids(List.of(seat), given -> true),
                AnswerLetter.Confirmation.cause(seat.answeredAt().toInstant()));
    }

    /**
     * Places were free for those who waited.
     *
     * @param cause what makes the event unique, e.g. the moment
     */
    public void movedUp(String municipality, List<Invitation> seats, String cause) {
        letters.write(municipality, LetterKind.PLACE.key(), ids(seats, seat -> true), cause);
    }

    private void invite(String municipality, List<Invitation> invited, Announcement announced) {
        letters.write(
                municipality, LetterKind.DATE.key(), ids(invited, seat -> true), String.valueOf(announced.edition()));
    }

    /** @return letters about the date; those that wait are held until the list is stored */
    private List<LetterStatus> held(String municipality, List<Invitation> seats) {
        return letters.hold(municipality, seats.stream().map(Invitation::id).toList()).stream()
                .filter(DateLetter::is)
                .toList();
    }

    private static Set<UUID> subjects(List<LetterStatus> letters, Predicate<LetterStatus> condition) {
        return letters.stream().filter(condition).map(LetterStatus::subject).collect(Collectors.toSet());
    }

    private LocalDate forget(Workshop workshop) {
        LocalDate inAMonth = LocalDate.now(clock).plusMonths(1);
        LocalDate over = workshop.date().plusDays(1);
        return over.isBefore(inAMonth) ? over : inAMonth;
    }

    /** @return whether anybody is on the list, or reached there, who was not before */
    private static boolean isNews(List<Invitation> before, List<Invitation> now) {
        Map<UUID, Invitation> old = before.stream().collect(Collectors.toMap(Invitation::id, Function.identity()));
        return now.stream().anyMatch(seat -> seat.email() != null && !isReachedAt(seat.email(), old.get(seat.id())));
    }

    private static boolean isReachedAt(String email, Invitation seat) {
        return seat != null && email.equals(seat.email());
    }

    private static boolean movesUp(Invitation seat, List<Invitation> before) {
        return seat.answer().takesPlace()
                && before.stream().anyMatch(old -> old.id().equals(seat.id()) && old.answer() == Answer.WAITING_LIST);
    }

    private static List<UUID> ids(Collection<Invitation> seats, Predicate<Invitation> condition) {
        return seats.stream()
                .filter(seat -> Objects.nonNull(seat.email()))
                .filter(condition)
                .map(Invitation::id)
                .toList();
    }
}
