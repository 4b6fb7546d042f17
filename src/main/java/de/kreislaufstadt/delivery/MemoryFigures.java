package de.kreislaufstadt.delivery;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How many public answers this node has given from memory, how many it had to make, and how much it keeps. */
@Component
class MemoryFigures implements MeterBinder {

    private final Memory memory;

    MemoryFigures(KeptAnswers answers) {
        this.memory = answers.memory();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        count(registry, "memory", Memory::known);
        count(registry, "made", Memory::made);
        Gauge.builder("kreislaufstadt.public.memory", memory, Memory::used)
                .baseUnit("bytes")
                .description("Public answers that this node keeps")
                .register(registry);
    }

    private void count(MeterRegistry registry, String from, ToDoubleFunction<Memory> number) {
        FunctionCounter.builder("kreislaufstadt.public.answers", memory, number)
                .tag("from", from)
                .description("Public answers of this node: from memory, or made for one request")
                .register(registry);
    }
}
