package de.kreislaufstadt.implementation;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Data of the form {@code plan-work-packages}; the process carries the ids of all packages in one value, hence the limit. */
record PlanForm(@Size(min = 1, max = 50) List<Row> packages) {

    /**
     * A planned work package.
     *
     * @param code short name within the project, e.g. {@code AP1}
     * @param department key of the responsible department
     * @param dependsOn codes of the packages before it, separated by commas; null if there are none
     * @param plannedCost in euros
     */
    record Row(
            String code,
            String title,
            String department,
            LocalDate beginsOn,
            LocalDate endsOn,
            String dependsOn,
            String milestone,
            BigDecimal plannedCost,
            String description) {

        /** @return the code as it is stored and compared: people write AP1 and ap1 */
        String key() {
            return keyOf(code);
        }

        /** @return keys of the packages before it */
        List<String> predecessors() {
            return dependsOn == null
                    ? List.of()
                    : Arrays.stream(dependsOn.split(","))
                            .map(Row::keyOf)
                            .distinct()
                            .toList();
        }

        private static String keyOf(String code) {
            return code.strip().toUpperCase(Locale.ROOT);
        }
    }
}
