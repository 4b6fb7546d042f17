package de.kreislaufstadt.start;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Settings that can be read and go with each other; all that do not are told at once, each on a line of its own. */
final class SettingsThatWork {

    /** Connections beside those of jobs: pages, the sender of mails, the morning's run, health. */
    private static final int BESIDE_JOBS = 4;

    private static final String POOL = "spring.datasource.hikari.maximum-pool-size";
    private static final String THREADS = "camunda.bpm.job-execution.max-pool-size";
    private static final String TIME_ZONE = "-Duser.timezone=";
    private static final String RETENTION = "kreislaufstadt.retention";
    private static final String SPOOL = "kreislaufstadt.documents.spool";
    private static final String TEMPORARY = "java.io.tmpdir";
    private static final String BASE_URL = "kreislaufstadt.base-url";
    private static final String FROM = "kreislaufstadt.mail.from";
    private static final String HOST = "spring.mail.host";

    private static final List<Setting> READABLE = Stream.of(
                    settings(
                            Setting.Kind.TIME_OF_DAY,
                            "kreislaufstadt.history.clean-up-from",
                            "kreislaufstadt.history.clean-up-until",
                            "kreislaufstadt.reminders.at",
                            "kreislaufstadt.mail.digest-at"),
                    settings(
                            Setting.Kind.PERIOD,
                            "kreislaufstadt.external-accounts.usually",
                            "kreislaufstadt.external-accounts.at-most",
                            "kreislaufstadt.workshops.provisional-retention"),
                    settings(
                            Setting.Kind.DURATION,
                            "kreislaufstadt.mail.poll",
                            "kreislaufstadt.mail.lost-after",
                            "kreislaufstadt.mail.outdated",
                            "kreislaufstadt.mail.keep",
                            "kreislaufstadt.sign-in.recheck",
                            "kreislaufstadt.sign-in.longest-session",
                            "server.servlet.session.timeout"),
                    settings(
                            Setting.Kind.SIZE, "kreislaufstadt.public.memory", "kreislaufstadt.documents.largest-file"),
                    settings(
                            Setting.Kind.NUMBER,
                            "spring.mail.port",
                            POOL,
                            THREADS,
                            "camunda.bpm.job-execution.core-pool-size",
                            "kreislaufstadt.public.pages-per-minute",
                            "kreislaufstadt.public.api-per-minute",
                            "kreislaufstadt.public.downloads-per-minute",
                            "kreislaufstadt.sign-in.failures-per-address",
                            "kreislaufstadt.sign-in.password-rounds"))
            .flatMap(List::stream)
            .toList();

    private final Environment environment;
    private final List<String> faults = new ArrayList<>();

    private SettingsThatWork(Environment environment) {
        this.environment = environment;
    }

    /** @return what is wrong, each with its setting and how to mend it, on one line */
    static List<String> faults(Environment environment) {
        SettingsThatWork settings = new SettingsThatWork(environment);
        READABLE.forEach(setting -> setting.fault(environment).ifPresent(settings.faults::add));
        settings.retention();
        settings.pool();
        settings.timeZone();
        settings.folder(SPOOL);
        settings.folder(TEMPORARY);
        settings.baseUrl();
        settings.mail();
        return List.copyOf(settings.faults);
    }

    /** Whatever has a period. Names out of the environment come without hyphens, beside those of the files for the same thing. */
    private void retention() {
        Binder.get(environment)
                .bind(RETENTION, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .keySet()
                .stream()
                .collect(Collectors.toMap(
                        kind -> kind.replace("-", ""), kind -> kind, SettingsThatWork::longer, TreeMap::new))
                .values()
                .forEach(kind -> new Setting(RETENTION + "." + kind, Setting.Kind.PERIOD)
                        .fault(environment)
                        .ifPresent(faults::add));
    }

    private static String longer(String one, String other) {
        return one.length() > other.length() ? one : other;
    }

    private void pool() {
        boolean runsJobs = environment
                .getProperty("camunda.bpm.job-execution.enabled", "true")
                .strip()
                .equals("true");
        if (!runsJobs || !isNumber(POOL) || !isNumber(THREADS)) {
            return;
        }
        int connections = environment.getRequiredProperty(POOL, Integer.class);
        int needed = environment.getRequiredProperty(THREADS, Integer.class) + BESIDE_JOBS;
        if (connections < needed) {
            faults.add(
                    ("%s: %d Verbindungen sind zu wenig für %d Threads, die Jobs ausführen, und %d daneben; mindestens %d setzen"
                                    + " oder %s verkleinern.")
                            .formatted(
                                    Setting.named(POOL),
                                    connections,
                                    needed - BESIDE_JOBS,
                                    BESIDE_JOBS,
                                    needed,
                                    Setting.named(THREADS)));
        }
    }

    /**
     * Java takes a time zone that it does not know for an offset of today, says nothing and forgets what it was told, and deadlines would
     * be off by an hour after the next change of clocks.
     */
    private void timeZone() {
        String wanted = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith(TIME_ZONE))
                .reduce((first, last) -> last)
                .map(argument -> argument.substring(TIME_ZONE.length()))
                .orElseGet(() -> environment.getProperty("TZ", "").replaceFirst("^:?(posix/)?", ""))
                .strip();
        if (!wanted.isEmpty() && !isKnown(wanted)) {
            faults.add("TZ (oder %s): Die Zeitzone „%s“ gibt es nicht; etwa Europe/Berlin setzen oder weglassen."
                    .formatted(TIME_ZONE, Setting.oneLine(wanted)));
        }
    }

    private static boolean isKnown(String zone) {
        return zone.matches("(GMT|UTC)([+-].*|0)?")
                || Arrays.asList(TimeZone.getAvailableIDs()).contains(zone);
    }

    private void folder(String setting) {
        String folder = environment.getProperty(setting, "").strip();
        if (folder.isEmpty()) {
            return;
        }
        try {
            Files.delete(Files.createTempFile(Files.createDirectories(Path.of(folder)), "start-", null));
        } catch (IOException | InvalidPathException e) {
            faults.add(
                    ("%s: In den Ordner „%s“ lässt sich nicht schreiben; ihn anlegen und dem Benutzer geben, unter dem die"
                                    + " Anwendung läuft, oder einen anderen nennen.")
                            .formatted(Setting.named(setting), Setting.oneLine(folder)));
        }
    }

    private void baseUrl() {
        String url = environment.getProperty(BASE_URL, "").strip();
        if (!url.isEmpty() && !isAddress(url)) {
            faults.add(
                    "%s: „%s“ ist keine Adresse, unter der Menschen die Anwendung erreichen; etwa https://kreislauf.example.org setzen."
                            .formatted(Setting.named(BASE_URL), Setting.oneLine(url)));
        }
    }

    private static boolean isAddress(String url) {
        try {
            URI address = URI.create(url);
            return String.valueOf(address.getScheme()).matches("https?") && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void mail() {
        String from = environment.getProperty(FROM, "").strip();
        boolean hasServer = !environment.getProperty(HOST, "").isBlank();
        if (!hasServer && !from.isEmpty()) {
            faults.add("%s: Ein Absender ohne Mailserver verschickt nichts; %s setzen oder den Absender weglassen."
                    .formatted(Setting.named(FROM), Setting.named(HOST)));
        }
        if (hasServer && !from.contains("@")) {
            faults.add("%s: Mit %s braucht der Mailversand die Adresse des Absenders."
                    .formatted(Setting.named(FROM), HOST));
        }
        if (hasServer && environment.getProperty(BASE_URL, "").isBlank()) {
            faults.add("%s: Mit %s braucht der Mailversand die Adresse der Anwendung, für die Links."
                    .formatted(Setting.named(BASE_URL), HOST));
        }
    }

    /** @return whether it is set and readable; what is not is told elsewhere */
    private boolean isNumber(String setting) {
        return Setting.Kind.NUMBER.reads(environment.getProperty(setting, "").strip());
    }

    private static List<Setting> settings(Setting.Kind kind, String... names) {
        return Arrays.stream(names).map(name -> new Setting(name, kind)).toList();
    }
}
