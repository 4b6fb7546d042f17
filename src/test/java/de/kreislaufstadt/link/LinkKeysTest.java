package de.kreislaufstadt.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.start.StartRefused;
import de.kreislaufstadt.workshop.WorkshopRoom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;

/** Where the keys come from that sign links. */
class LinkKeysTest {

    private static WorkshopRoom room;

    @BeforeAll
    static void open() {
        room = new WorkshopRoom();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void nodesThatStartTogetherMakeOneKey() throws InterruptedException, ExecutionException {
        room.jdbc.sql("delete from link_key").update();
        LinkKeys keys = room.bean(LinkKeys.class);
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> starts =
                    Collections.nCopies(8, () -> Base64.getEncoder().encodeToString(keys.of(WorkshopRoom.CITY)));
            Set<String> made = new HashSet<>();
            for (Future<String> key : nodes.invokeAll(starts)) {
                made.add(key.get());
            }
            assertThat(made).hasSize(1);
        } finally {
            nodes.shutdown();
        }
        assertThat(room.one("select count(*) from link_key")).isEqualTo(1L);
    }

    @Test
    void theOperatorsKeyComesFromAPropertyOrAFileAndStaysOutOfTheDatabase(@TempDir Path folder) throws Exception {
        room.jdbc.sql("delete from link_key").update();
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        Path file = Files.writeString(folder.resolve("key"), key + "\n");
        PlatformTransactionManager transactions = room.bean(PlatformTransactionManager.class);
        LinkKeys byProperty = new LinkKeys(room.jdbc, new KeySettings(key, ""), transactions);
        LinkKeys byFile = new LinkKeys(room.jdbc, new KeySettings("", file.toString()), transactions);

        assertThat(byProperty.of(WorkshopRoom.CITY))
                .isEqualTo(byFile.of(WorkshopRoom.CITY))
                .isNotEqualTo(byFile.of("bottrop"));
        assertThat(room.one("select count(*) from link_key")).isEqualTo(0L);
        assertThatThrownBy(() -> new KeySettings("geheim-aber-kurz", ""))
                .isInstanceOf(StartRefused.class)
                .hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> new KeySettings("", folder.resolve("fehlt").toString()))
                .isInstanceOf(StartRefused.class);
    }
}
