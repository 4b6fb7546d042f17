package de.kreislaufstadt.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.kreislaufstadt.start.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDirectoryTest {

    private static final String CHOSEN = "chosen-by-the-user";

    @TempDir
    private Path folder;

    @Test
    void onlyOneProgramUsesTheDirectory() throws IOException {
        DemoDirectory first = DemoDirectory.lock(folder);
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DemoDirectory.lock(folder))
                .withMessageContainingAll(
                        "läuft schon", Long.toString(ProcessHandle.current().pid()), "kreislaufstadt.demo.directory");
        first.close();
        assertThatCode(() -> DemoDirectory.lock(folder).close()).doesNotThrowAnyException();
    }

    @Test
    void passwordsAreMadeOnceAndOnlyTheOwnerReadsThem() throws IOException {
        try (DemoDirectory directory = DemoDirectory.lock(folder)) {
            DemoSecrets made = DemoSecrets.in(directory, "");
            DemoSecrets readAgain = DemoSecrets.in(directory, "");
            assertThat(made.people()).hasSizeGreaterThanOrEqualTo(12);
            assertThat(readAgain.people()).isEqualTo(made.people());
            assertThat(readAgain.app()).isEqualTo(made.app()).isNotEqualTo(made.owner());
            assertThat(Files.getPosixFilePermissions(folder.resolve(DemoSecrets.FILE)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aChosenPasswordHoldsAndAnotherOneIsRefusedLater() throws IOException {
        try (DemoDirectory directory = DemoDirectory.lock(folder)) {
            assertThat(DemoSecrets.in(directory, CHOSEN).people()).isEqualTo(CHOSEN);
            assertThat(DemoSecrets.in(directory, "").people()).isEqualTo(CHOSEN);
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> DemoSecrets.in(directory, CHOSEN + "2"))
                    .withMessageContaining("KREISLAUFSTADT_DEMO_PASSWORD");
        }
    }

    @Test
    void aDatabaseWhosePasswordsAreLostIsLeftAlone() throws IOException {
        try (DemoDirectory directory = DemoDirectory.lock(folder)) {
            Files.createDirectory(directory.database());
            Files.writeString(directory.database().resolve("PG_VERSION"), "17");
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> DemoSecrets.in(directory, ""))
                    .withMessageContaining(DemoSecrets.FILE);
            assertThat(folder.resolve(DemoSecrets.FILE)).doesNotExist();
        }
    }

    @Test
    void aShortPasswordIsRefused() throws IOException {
        try (DemoDirectory directory = DemoDirectory.lock(folder)) {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> DemoSecrets.in(directory, "short"))
                    .withMessageContaining("mindestens 12 Zeichen");
        }
    }
}
