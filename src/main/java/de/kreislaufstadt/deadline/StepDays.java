package de.kreislaufstadt.deadline;

/** How many working days a municipality gives a task or period, for those who plan ahead. */
public interface StepDays {

    /** @return working days; 0 where neither the municipality nor the decision table {@code working-days} names any */
    int of(String municipality, String taskOrPeriod);
}
