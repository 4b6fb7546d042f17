package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PlacesTest {

    @Test
    void whoFindsNoPlaceInTimeIsRefusedAndWhoLeavesMakesRoom() {
        Places places = new Places(2, Duration.ofMillis(1));

        assertThat(places.enter()).isTrue();
        assertThat(places.enter()).isTrue();
        assertThat(places.enter()).isFalse();
        places.leave();
        assertThat(places.enter()).isTrue();
    }

    @Test
    void asManyWaitAsThereIsSenseInAndAllOthersAreToldAtOnce() {
        Places places = new Places(1, Duration.ofMinutes(5));
        assertThat(places.enter()).isTrue();
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(places::enter, run -> new Thread(run).start());
        CompletableFuture<Boolean> second =
                CompletableFuture.supplyAsync(places::enter, run -> new Thread(run).start());
        CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(places::enter, run -> new Thread(run).start());

        await("three who wait, and a fourth who need not").until(() -> places.waiting() == 3);
        assertThat(places.enter()).isFalse();

        places.leave();
        places.leave();
        places.leave();
        assertThat(first.join()).isTrue();
        assertThat(second.join()).isTrue();
        assertThat(third.join()).isTrue();
    }
}
