package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sums up what the tests of paths have passed, wherever they ran; comes after all of them, hence with the integration tests. */
class NodeCoverageIT {

    private static final Logger LOG = LoggerFactory.getLogger(NodeCoverageIT.class);

    private static final double REQUIRED = 0.95;

    private static final String NOTHING_TO_COUNT = """
            NODE COVERAGE IS NOT CHECKED IN THIS BUILD: the tests of paths (process/paths) have not run in it, or only some of
            them were chosen (-Dtest). Only the whole of ./mvnw verify proves that the tests pass the nodes of every model.""";

    @Test
    void theTestsPassTheNodesOfEveryModel() {
        if (!NodeCoverage.isThere()) {
            LOG.error(NOTHING_TO_COUNT);
        }
        assumeTrue(NodeCoverage.isThere(), NOTHING_TO_COUNT);
        String table =
                NodeCoverage.models().stream().map(NodeCoverage.Model::toString).collect(Collectors.joining("\n"));
        LOG.info("Node coverage of the process models\n{}", table);
        assertThat(NodeCoverage.models())
                .as("share of nodes passed by the tests of this package, run together")
                .allSatisfy(
                        model -> assertThat(model.share()).as(model.toString()).isGreaterThanOrEqualTo(REQUIRED));
    }
}
