package de.kreislaufstadt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The modules, their borders and their one direction of dependencies; drawn into {@code target/spring-modulith-docs}. */
class ModuleStructureTest {

    private final ApplicationModules modules = ApplicationModules.of(KreislaufstadtApplication.class);

    @Test
    void modulesKeepToTheirBordersAndFormNoCycles() {
        modules.verify();
    }

    @Test
    void everyPackageBelowTheApplicationIsAModule() {
        assertThat(modules.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
                .containsExactlyInAnyOrder(
                        "form",
                        "audit",
                        "process",
                        "account",
                        "credential",
                        "guest",
                        "department",
                        "deadline",
                        "measure",
                        "association",
                        "gate",
                        "knowledge",
                        "survey",
                        "workshop",
                        "starterproject",
                        "implementation",
                        "reporting",
                        "paper",
                        "countermeasure",
                        "notification",
                        "document",
                        "retention",
                        "handbook",
                        "monitoring",
                        "rights",
                        "security",
                        "steering",
                        "upgrade",
                        "released",
                        "delivery",
                        "observation",
                        "publication",
                        "link",
                        "question",
                        "website",
                        "opendata",
                        "imports",
                        "start",
                        "backup",
                        "demo");
    }

    @Test
    void theModulesAreDrawn() {
        new Documenter(modules)
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();
    }
}
