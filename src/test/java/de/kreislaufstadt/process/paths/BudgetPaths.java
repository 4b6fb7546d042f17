package de.kreislaufstadt.process.paths;

import de.kreislaufstadt.support.Budget;
import de.kreislaufstadt.support.StatementCount;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Paths on which is counted what they cost. */
abstract class BudgetPaths extends PublicationPaths {

    Budget budget;

    @Autowired
    private StatementCount.Counter statements;

    @BeforeEach
    void nothingIsSpentYet() {
        budget = new Budget(statements, office.jdbc());
    }
}
