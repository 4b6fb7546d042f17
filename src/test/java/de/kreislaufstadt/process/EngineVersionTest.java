package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import de.kreislaufstadt.support.OwnClasses;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.spi.ProcessEngineProvider;
import org.junit.jupiter.api.Test;

/**
 * Stops every change of the engine's version until the places that reach into its inner classes have been looked at again:
 * those classes promise nothing, and two of the places close holes of exactly this version.
 */
class EngineVersionTest {

    private static final String REVIEWED_VERSION = "7.24.0";

    /** Our classes that use inner classes of the engine, and what for. */
    private static final Map<String, String> REVIEWED = Map.ofEntries(
            Map.entry("EngineSetup", "settings that have no property"),
            Map.entry("FormListeners", "puts form check and notice on every user task while a model is read"),
            Map.entry("GuardedTaskService", "refuses variables beside the form before the engine's command begins"),
            Map.entry("GuardedFormService", "the same for the form service"),
            Map.entry("InboxQuery", "lists of tasks in other words (InboxStatement knows the engine's)"),
            Map.entry("OtherWords", "questions of the engine in other words"),
            Map.entry("JobAcquisition", "due jobs are locked while they are found, and locked ones passed over"),
            Map.entry("LiteralFeel", "texts that a table names are compared without setting FEEL up for every cell"),
            Map.entry("Sql", "parts of a statement with their parameters"),
            Map.entry("LeanHistory", "full history without the log of changed routing values"),
            Map.entry("HistoryTimes", "how long the history of a process is kept in this installation"),
            Map.entry(
                    "GrantChecks", "rights by the groups of who asks, and by the grant of a task before anything else"),
            Map.entry("GuardedIdentityService", "everybody acts with the groups of today; no password is checked here"),
            Map.entry("EnginePasswords", "compares a password with the engine's hash at the same cost for all"),
            Map.entry("SlowHash", "how the engine keeps passwords"),
            Map.entry(
                    "TaskGrants",
                    "no question for a grant that a new task cannot have; none for a claim out of a group"),
            Map.entry("MovedDueDates", "open tasks of other departments follow a day that is moved"),
            Map.entry("JobsInHand", "the clock that locks of jobs are held against"),
            Map.entry(
                    "LeasedJobExecutor", "locks of jobs that last as long as the work and hardly longer than the node"),
            Map.entry("NoScripts", "no script runs, whatever is deployed"),
            Map.entry("QueryExpressions", "expressions of queries are not evaluated (CVE-2026-109432)"),
            Map.entry("DeputyGroups", "the function that the filter of deputies asks for its groups with"),
            Map.entry("MunicipalityOfInstance", "gives instances of shared models their tenant"),
            Map.entry(
                    "VariantsInModels",
                    "call activities and decisions take the variant of the instance's municipality"),
            Map.entry("CompletedForms", "who is signed in; whether somebody is asked about the task"),
            Map.entry("DecisionTables", "a listener that tells which rules of a table match"),
            Map.entry("HeldTasks", "who takes a task, and who had it before"),
            Map.entry("MovingTasks", "where a task lies, and what has changed about it"),
            Map.entry("SignedIn", "who is signed in"),
            Map.entry("WebApplicationLogin", "tells the web applications who is signed in"),
            Map.entry("ModelCheck", "looks through what is deployed before the engine reads it"),
            Map.entry("WebApplicationPerson", "whom the web applications have told the groups of"),
            Map.entry("WatchedJobExecutor", "tells whether jobs are looked for, and counts them"),
            Map.entry("CommandSpans", "shows commands in traces"),
            Map.entry("Scopes", "version of the model a task runs on"),
            Map.entry("DeployedModels", "which of the models that come along are deployed at a start"),
            Map.entry("RestResources", "own gate and own answers in the engine's REST API"));

    @Test
    void theEngineIsTheOneThatWasReviewed() {
        assertThat(ProcessEngine.class.getPackage().getImplementationVersion())
                .as("version of the engine; look at these uses of its inner classes again: %s", uses())
                .isEqualTo(REVIEWED_VERSION);
    }

    @Test
    void everyUseOfAnInnerClassIsReviewed() {
        assertThat(uses().keySet())
                .as("uses of inner classes of the engine: %s", uses())
                .containsExactlyInAnyOrderElementsOf(REVIEWED.keySet());
    }

    /** The REST resources look for it with every request: ours is found first, and says what the first library says. */
    @Test
    void theProviderOfTheEngineIsFoundAtOnceAndIsTheOneThatWasFoundBefore() throws IOException {
        String place = "META-INF/services/" + ProcessEngineProvider.class.getName();
        List<URL> found = Collections.list(getClass().getClassLoader().getResources(place));

        assertThat(found).as("ours and those of the engine").hasSizeGreaterThan(1);
        assertThat(found.get(0).getProtocol()).as("no library").isEqualTo("file");
        assertThat(found.get(1).getProtocol()).isEqualTo("jar");
        assertThat(providers(found.get(0))).hasSize(1).isEqualTo(providers(found.get(1)));
    }

    private static List<String> providers(URL file) throws IOException {
        try (InputStream content = file.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static Map<String, Set<String>> uses() {
        return OwnClasses.ALL.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> isInner(use.getTargetClass()))
                .collect(Collectors.groupingBy(
                        EngineVersionTest::ownFile,
                        TreeMap::new,
                        Collectors.mapping(
                                use -> use.getTargetClass().getSimpleName(), Collectors.toCollection(TreeSet::new))));
    }

    private static boolean isInner(JavaClass type) {
        // The engine speaks to the database through MyBatis: its statements are as inner as its classes.
        return type.getPackageName().matches("org\\.camunda\\.(.+\\.)?impl(\\..+)?|org\\.apache\\.ibatis\\..+");
    }

    private static String ownFile(Dependency use) {
        String name = use.getOriginClass().getName();
        return name.substring(name.lastIndexOf('.') + 1).replaceAll("\\$.*", "");
    }
}
