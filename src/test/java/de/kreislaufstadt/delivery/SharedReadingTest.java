package de.kreislaufstadt.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One reading for many who ask, and nobody is told less than what was true when they asked. */
class SharedReadingTest {

    private static final int READERS = 16;
    private static final int TIMES = 2000;

    private final ExecutorService threads = Executors.newFixedThreadPool(READERS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whoeverAsksDuringAReadingSharesTheNextOne() throws Exception {
        AtomicInteger readings = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        SharedReading<Integer> shared = new SharedReading<>(() -> {
            int reading = readings.incrementAndGet();
            if (reading == 1) {
                begun.countDown();
                await(goOn);
            }
            return reading;
        });
        Future<Integer> early = threads.submit(shared::read);
        begun.await();
        List<Future<Integer>> late = new ArrayList<>();
        CountDownLatch asked = new CountDownLatch(READERS - 1);
        for (int i = 1; i < READERS; i++) {
            late.add(threads.submit(() -> {
                asked.countDown();
                return shared.read();
            }));
        }
        asked.await();
        goOn.countDown();
        assertThat(early.get()).isEqualTo(1);
        for (Future<Integer> one : late) {
            assertThat(one.get()).isGreaterThan(1);
        }
    }

    @Test
    void nobodyIsToldLessThanWhatWasTrueWhenTheyAsked() throws Exception {
        AtomicLong truth = new AtomicLong();
        SharedReading<Long> shared = new SharedReading<>(truth::get);
        List<Future<Integer>> behind = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            behind.add(threads.submit(() -> {
                int stale = 0;
                for (int asked = 0; asked < TIMES; asked++) {
                    long before = truth.incrementAndGet();
                    stale += shared.read() < before ? 1 : 0;
                }
                return stale;
            }));
        }
        for (Future<Integer> one : behind) {
            assertThat(one.get()).isZero();
        }
    }

    @Test
    void aReadingThatFailsFailsForAllWhoShareItAndForNobodyAfterwards() {
        AtomicInteger readings = new AtomicInteger();
        SharedReading<String> shared = new SharedReading<>(() -> {
            if (readings.incrementAndGet() == 1) {
                throw new IllegalStateException("no connection");
            }
            return "read";
        });
        assertThatThrownBy(shared::read)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no connection");
        assertThat(shared.read()).isEqualTo("read");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
