package de.kreislaufstadt.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.swing.event.EventListenerList;
import org.junit.jupiter.api.Test;

/** What is stored of a session: readable with the browser's id only, and by classes that belong into a session only. */
class SessionContentTest {

    private static final byte[] TEXT = "Anmeldung".getBytes(StandardCharsets.UTF_8);

    private final SessionSeal seal = new SessionSeal();

    @Test
    void whatWasPutInComesOut() {
        Map<String, byte[]> attributes =
                Map.of("one", SessionContent.bytesOf("eins"), "two", SessionContent.bytesOf(2));

        Map<String, byte[]> read = SessionContent.unpacked(SessionContent.packed(attributes));

        assertThat(read).containsOnlyKeys("one", "two");
        assertThat(SessionContent.valueOf(read.get("one"))).isEqualTo("eins");
        assertThat(SessionContent.valueOf(read.get("two"))).isEqualTo(2);
        assertThat(SessionContent.valueOf(SessionContent.bytesOf(Instant.EPOCH)))
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void classesThatDoNotBelongIntoASessionAreNotRead() throws Exception {
        URL address = URI.create("http://example.org").toURL();
        for (Object foreign : List.of(address, new File("x"), new ConcurrentHashMap<>(), new EventListenerList())) {
            byte[] bytes = SessionContent.bytesOf(new ArrayList<>(List.of(foreign)));
            assertThatThrownBy(() -> SessionContent.valueOf(bytes))
                    .as("%s", foreign.getClass())
                    .isInstanceOf(SessionUnreadable.class);
        }
    }

    @Test
    void anObjectThatIsTooLargeOrTooDeepIsNotRead() {
        byte[] large = SessionContent.bytesOf(new long[10_000]);
        List<Object> nested = new ArrayList<>();
        for (int depth = 0; depth < 50; depth++) {
            nested = new ArrayList<>(List.of(nested));
        }
        byte[] deep = SessionContent.bytesOf(nested);

        assertThatThrownBy(() -> SessionContent.valueOf(large)).isInstanceOf(SessionUnreadable.class);
        assertThatThrownBy(() -> SessionContent.valueOf(deep)).isInstanceOf(SessionUnreadable.class);
    }

    @Test
    void whatAnotherReleaseHasWrittenIsUnreadable() {
        byte[] packed = SessionContent.packed(Map.of());
        packed[3]++;

        assertThatThrownBy(() -> SessionContent.unpacked(packed)).isInstanceOf(SessionUnreadable.class);
        assertThatThrownBy(() -> SessionContent.unpacked(new byte[] {0, 0})).isInstanceOf(SessionUnreadable.class);
        assertThatThrownBy(() -> SessionContent.valueOf(TEXT)).isInstanceOf(SessionUnreadable.class);
    }

    @Test
    void onlyTheIdOpensItAndNothingWasChangedSince() {
        String id = seal.newId();
        byte[] sealed = seal.sealed(id, TEXT);

        assertThat(seal.opened(id, sealed)).isEqualTo(TEXT);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Anmeldung");
        assertThatThrownBy(() -> seal.opened(seal.newId(), sealed)).isInstanceOf(SessionUnreadable.class);
        sealed[sealed.length - 1]++;
        assertThatThrownBy(() -> seal.opened(id, sealed)).isInstanceOf(SessionUnreadable.class);
        assertThatThrownBy(() -> seal.opened(id, new byte[3])).isInstanceOf(SessionUnreadable.class);
    }

    @Test
    void anIdIsOfOurMakingOrNone() {
        assertThat(SessionSeal.isId(seal.newId())).isTrue();
        assertThat(seal.newId()).isNotEqualTo(seal.newId());
        assertThat(seal.rowOf("a")).isNotEqualTo(seal.rowOf("b")).hasSize(32);
        for (String other : List.of("", "1", "'; --", "A".repeat(42), "A".repeat(44), "ä".repeat(43))) {
            assertThat(SessionSeal.isId(other)).as(other).isFalse();
        }
    }
}
