package de.kreislaufstadt.notification;

import de.kreislaufstadt.notification.LetterTable.Draft;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Gathers the letters of a transaction: they are in the outbox if and only if what they tell of has happened. */
@Component
class LettersOfTransaction implements Letters {

    private final LetterTable letters;
    private final Consumer<List<Draft>> write;
    private final BackgroundSender sender;

    LettersOfTransaction(LetterTable letters, BackgroundSender sender, Clock clock) {
        this.letters = letters;
        this.write = batch -> letters.add(batch, clock.instant());
        this.sender = sender;
    }

    @Override
    public void write(String municipality, String kind, Collection<UUID> subjects, String cause) {
        if (subjects.isEmpty()) {
            return;
        }
        Gathered.add(
                subjects.stream()
                        .map(subject -> new Draft(municipality, kind, subject, cause))
                        .toList(),
                write,
                sender::wake);
    }

    @Override
    public List<LetterStatus> about(String municipality, Collection<UUID> subjects) {
        return letters.about(municipality, subjects, false);
    }

    @Override
    public List<LetterStatus> hold(String municipality, Collection<UUID> subjects) {
        return letters.about(municipality, subjects, true);
    }
}
