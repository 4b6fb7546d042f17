package de.kreislaufstadt;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import de.kreislaufstadt.released.Releasing;
import de.kreislaufstadt.support.OwnClasses;
import org.junit.jupiter.api.Test;

/** What is internal cannot reach a public page, because nothing that makes public pages can reach what is internal. */
class PublicBorderTest {

    private static final JavaClasses CODE = OwnClasses.ALL;
    private static final String OURS = "de.kreislaufstadt..";
    private static final String RELEASED = "de.kreislaufstadt.released..";
    private static final String DELIVERY = "de.kreislaufstadt.delivery..";
    private static final String WEBSITE = "de.kreislaufstadt.website..";
    private static final String OPEN_DATA = "de.kreislaufstadt.opendata..";
    private static final String QUESTIONS = "de.kreislaufstadt.question";
    private static final String WORDS = "de.kreislaufstadt.form";

    @Test
    void whatIsReleasedKnowsNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage(RELEASED)
                .should()
                .dependOnClassesThat(inOurs().and(not(RELEASED)))
                .because(
                        "its types are the list of what may be public; a type of another module could bring more along")
                .check(CODE);
    }

    @Test
    void publicPagesAndFilesSeeOnlyWhatIsReleased() {
        noClasses()
                .that()
                .resideInAnyPackage(DELIVERY, WEBSITE, OPEN_DATA)
                .should()
                .dependOnClassesThat(inOurs().and(not(RELEASED, DELIVERY, WEBSITE, OPEN_DATA, QUESTIONS, WORDS)))
                .because("what cannot be asked for cannot be shown by mistake")
                .check(CODE);
    }

    @Test
    void publicPagesAndFilesAskNoTable() {
        noClasses()
                .that()
                .resideInAnyPackage(DELIVERY, WEBSITE, OPEN_DATA)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                .because("every table but those of released holds more than the public may read")
                .check(CODE);
    }

    @Test
    void onlyThePublicationReleases() {
        classes()
                .that()
                .areAssignableTo(Releasing.class)
                .should()
                .onlyBeAccessed()
                .byAnyPackage(RELEASED, "de.kreislaufstadt.publication..")
                .because("nothing else has been through the check for personal data and two pairs of eyes")
                .check(CODE);
    }

    private static DescribedPredicate<JavaClass> inOurs() {
        return JavaClass.Predicates.resideInAPackage(OURS);
    }

    private static DescribedPredicate<JavaClass> not(String... packages) {
        return JavaClass.Predicates.resideOutsideOfPackages(packages);
    }
}
