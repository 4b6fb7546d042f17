package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Sums up what the tests of paths have passed, wherever they ran; comes after all of them, hence with the integration tests. */
class NodeCoverageIT {

    private static final double REQUIRED = 0.95;

    @Test
    void theTestsPassTheNodesOfEveryModel() {
        assumeTrue(NodeCoverage.isThere(), "the tests of paths did not run in this build: there is nothing to count");
        String table =
                NodeCoverage.models().stream().map(NodeCoverage.Model::toString).collect(Collectors.joining("\n"));
        LoggerFactory.getLogger(NodeCoverageIT.class).info("Node coverage of the process models\n{}", table);
        assertThat(NodeCoverage.models())
                .as("share of nodes passed by the tests of this package, run together")
                .allSatisfy(
                        model -> assertThat(model.share()).as(model.toString()).isGreaterThanOrEqualTo(REQUIRED));
    }
}
