package de.kreislaufstadt.association.round;

import de.kreislaufstadt.measure.ModelComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds rounds by what people call them, e.g. {@code MA-STRATEGY-2}. */
@Component
class RoundKeys {

    private static final Pattern KEY = Pattern.compile(Arrays.stream(ModelComponent.values())
            .map(Enum::name)
            .collect(Collectors.joining("|", "MA-(", ")-([1-9]\\d{0,8})")));

    private final RoundTable rounds;

    RoundKeys(RoundTable rounds) {
        this.rounds = rounds;
    }

    static boolean isKey(String key) {
        return key != null && KEY.matcher(key).matches();
    }

    Optional<ComponentRound> find(String office, String key) {
        Matcher parts = KEY.matcher(key);
        return parts.matches()
                ? rounds.find(office, ModelComponent.valueOf(parts.group(1)), Integer.parseInt(parts.group(2)))
                : Optional.empty();
    }
}
