package de.kreislaufstadt.support;

import de.kreislaufstadt.notification.Letter;
import de.kreislaufstadt.notification.LetterSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;

/** A module that writes letters: each is what the test says at the moment it is asked for. */
@TestComponent
public class TestLetters implements LetterSource {

    public static final String KIND = "test-letter";

    private final Map<UUID, Supplier<Letter>> letters = new ConcurrentHashMap<>();

    /** @return id of the row that such a letter is about from now on */
    public UUID about(Supplier<Letter> letter) {
        UUID subject = UUID.randomUUID();
        letters.put(subject, letter);
        return subject;
    }

    /** The row is changed. */
    public void change(UUID subject, Supplier<Letter> letter) {
        letters.put(subject, letter);
    }

    /** The row is deleted. */
    public void delete(UUID subject) {
        letters.remove(subject);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> letter(String municipality, UUID subject, String cause) {
        return Optional.ofNullable(letters.get(subject)).map(Supplier::get);
    }

    @Override
    public Set<UUID> known(String municipality, Set<UUID> subjects) {
        Set<UUID> known = new HashSet<>(letters.keySet());
        known.retainAll(subjects);
        return known;
    }
}
