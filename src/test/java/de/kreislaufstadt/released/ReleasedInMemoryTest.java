package de.kreislaufstadt.released;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

class ReleasedInMemoryTest extends ReleasedContract {

    private final ReleasedInMemory memory = new ReleasedInMemory(goingOn());
    private final Map<String, UUID> measures = new HashMap<>();

    @Override
    ReleasedMeasures released() {
        return memory;
    }

    @Override
    ReleasedTimes times() {
        return memory;
    }

    @Override
    void write(Consumer<Releasing> what) {
        what.accept(memory);
    }

    @Override
    UUID measure(String number) {
        return measures.computeIfAbsent(number, key -> UUID.randomUUID());
    }
}
