package de.kreislaufstadt.notification;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Letters stay as long as what they are about: they are what keeps the same one from being written again, and what says that
 * somebody has been invited. Those that lost their point while they waited are dropped, also where no mail server is set.
 */
@Component
class TidyingLetters {

    private static final int AT_ONCE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final LetterTable letters;
    private final LetterWriter writer;
    private final MailTable mails;
    private final ObjectProvider<LetterSource> sources;

    TidyingLetters(LetterTable letters, LetterWriter writer, MailTable mails, ObjectProvider<LetterSource> sources) {
        this.letters = letters;
        this.writer = writer;
        this.mails = mails;
        this.sources = sources;
    }

    /** Drops letters written before the moment that would not be sent any more. */
    void drop(Instant before, Instant now) {
        UUID after = FIRST;
        List<LetterTable.Waiting> found;
        do {
            found = letters.waitingSince(before, after, AT_ONCE);
            found.stream()
                    .filter(waiting -> writer.isOutdated(waiting.letter()))
                    .forEach(waiting -> mails.drop(waiting.mail(), Outbox.LETTER_OUTDATED, now));
            after = found.isEmpty() ? after : found.get(found.size() - 1).mail();
        } while (found.size() == AT_ONCE);
    }

    /** Forgets letters settled before the moment about rows that are gone. */
    void forget(String municipality, Instant before) {
        sources.forEach(source -> {
            Set<UUID> gone = new HashSet<>(letters.subjectsSettledBefore(municipality, source.kind(), before));
            if (!gone.isEmpty()) {
                gone.removeAll(source.known(municipality, Set.copyOf(gone)));
                letters.delete(municipality, source.kind(), gone);
            }
        });
    }
}
