package de.kreislaufstadt;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.StartHandler;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.process.web.RestProviders;
import de.kreislaufstadt.support.OwnClasses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.stereotype.Repository;

/** Rules of the house that the compiler cannot keep. */
class ArchitectureTest {

    private static final String ENGINE = "org.camunda..";
    private static final String ENGINE_ROOMS = "de.kreislaufstadt.process.engine..";
    private static final String WORKSHOP_ROOMS = "de.kreislaufstadt.workshop..";

    private static final JavaClasses CODE = OwnClasses.ALL;

    @Test
    void onlyTheProcessModuleKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("de.kreislaufstadt.process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ENGINE)
                .because("the engine is frozen and will be exchanged one day: then one module changes, not thirteen")
                .check(CODE);
    }

    @Test
    void onlyTheEnginePackageUsesTheEnginesInnerClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackage("de.kreislaufstadt.process.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..impl..")
                .because(
                        "classes called impl may change with every patch of the engine; EngineVersionTest lists each use")
                .check(CODE);
    }

    @Test
    void theApiOfTheProcessModuleDoesNotNameTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("de.kreislaufstadt.process")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ENGINE)
                .because("modules are written against this package and must not see the engine through it")
                .check(CODE);
    }

    @Test
    void rowsAreReadAsListsOrOneByOne() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("de.kreislaufstadt.audit.ChainCheck")
                .should()
                .callMethod(MappedQuerySpec.class, "stream")
                .because(
                        "a stream of rows keeps its connection until somebody closes it, and is easily taken for a list;"
                                + " the check of the chain, which reads millions of rows, closes it")
                .check(CODE);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .because("a constructor shows what a class needs, and lets tests give it something else")
                .check(CODE);
    }

    @Test
    void nothingThatIsSharedChanges() {
        fields().that()
                .areStatic()
                .and()
                .areNotDeclaredIn(RestProviders.class)
                .should()
                .beFinal()
                .because("several requests and several municipalities pass through the same class at the same time;"
                        + " only what JAX-RS creates outside of Spring has no other way to the beans")
                .check(CODE);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("de.kreislaufstadt.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that needs itself through another cannot be understood or deleted alone")
                .check(CODE);
    }

    @Test
    void handlersAreKnownToTheirModuleOnly() {
        classes()
                .that()
                .implement(TaskHandler.class)
                .or()
                .implement(StartHandler.class)
                .or()
                .implement(ServiceStep.class)
                .should()
                .notBePublic()
                .because(
                        "a step is reached through its task in the model, never by a call that passes the form check by")
                .check(CODE);
    }

    @Test
    void rowsAreReadAndWrittenInsideTheirModuleOnly() {
        classes()
                .that()
                .areAnnotatedWith(Repository.class)
                .and()
                .resideOutsideOfPackages(ENGINE_ROOMS, WORKSHOP_ROOMS)
                .should()
                .notBePublic()
                .because("a table has one owner; others ask its module or hear of its events")
                .check(CODE);
        for (String rooms : List.of(ENGINE_ROOMS, WORKSHOP_ROOMS)) {
            classes()
                    .that()
                    .areAnnotatedWith(Repository.class)
                    .and()
                    .resideInAPackage(rooms)
                    .should()
                    .onlyBeAccessed()
                    .byAnyPackage(rooms)
                    .because("the rooms of one module share its tables, and nobody else reaches them")
                    .check(CODE);
        }
    }

    @Test
    void nobodyAsksTheSystemClock() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("deadlines follow the city's clock and time zone, which tests can set")
                .check(CODE);
    }

    @Test
    void testsTakeTheirDaysFromTheCity() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .because(
                        "between midnight in the city and midnight where the tests run, CityDay alone has the right day")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages("de.kreislaufstadt"));
    }

    @Test
    void nothingIsPrinted() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("what an operator should read goes through the log, with its level and its time")
                .check(CODE);
    }
}
