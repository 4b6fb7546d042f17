package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Comes after all tests of paths, see {@code junit-platform.properties}; alone it has nothing to count. */
@Order(Integer.MAX_VALUE)
class NodeCoverageTest {

    private static final double REQUIRED = 0.95;

    @Test
    void theTestsPassTheNodesOfEveryModel() {
        String table =
                NodeCoverage.models().stream().map(NodeCoverage.Model::toString).collect(Collectors.joining("\n"));
        LoggerFactory.getLogger(NodeCoverageTest.class).info("Node coverage of the process models\n{}", table);
        assertThat(NodeCoverage.models())
                .as("share of nodes passed by the tests of this package, run together")
                .allSatisfy(
                        model -> assertThat(model.share()).as(model.toString()).isGreaterThanOrEqualTo(REQUIRED));
    }
}
