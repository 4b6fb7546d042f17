package de.kreislaufstadt.browser;

import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Chromium of this machine; where there is none, the tests get one themselves. */
final class Chromium {

    static final String MISSING = "The browser tests need Chromium: install it (Debian: apt-get install chromium)"
            + " or name its executable in the environment variable CHROMIUM.";

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final int LONGEST_INSTALLATION_MINUTES = 10;
    private static final Path LOG = Path.of("target", "browser", "chromium.log");

    private Chromium() {}

    /**
     * @return an executable Chromium: the one on this machine, else Debian's package if we may install it (it brings the
     *     libraries that a bare machine lacks), else Playwright's own download
     * @throws IllegalStateException with one line that says what to install
     */
    static Path provide(Playwright playwright) {
        // Test runs beside this one want it, too, and a package is installed by one at a time.
        try (FileChannel file = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.lock();
            return find(playwright);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path lockFile() throws IOException {
        return Files.createDirectories(LOG.getParent()).resolve("chromium.lock");
    }

    private static Path find(Playwright playwright) {
        Path downloaded = Path.of(playwright.chromium().executablePath());
        return installed()
                .or(() -> existing(downloaded))
                .or(() -> isRootOnDebian() && installPackage() ? installed() : Optional.empty())
                .or(() -> download() ? existing(downloaded) : Optional.empty())
                .orElseThrow(() -> new IllegalStateException(MISSING));
    }

    private static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL_PLACES.stream())
                .filter(place -> !place.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> existing(Path file) {
        return Optional.of(file).filter(Files::isExecutable);
    }

    private static boolean isRootOnDebian() {
        return "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/etc/debian_version"));
    }

    private static boolean installPackage() {
        return run("apt-get", "update") && run("apt-get", "install", "--yes", "chromium");
    }

    private static boolean download() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return run(
                java,
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                "com.microsoft.playwright.CLI",
                "install",
                "chromium");
    }

    private static boolean run(String... command) {
        try {
            Files.createDirectories(LOG.getParent());
            File log = LOG.toFile();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            if (!process.waitFor(LONGEST_INSTALLATION_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
