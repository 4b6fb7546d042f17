package de.kreislaufstadt.guest;

import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What an operator may set for people of no municipality.
 *
 * @param usually how long an account lasts if nothing else is said
 * @param atMost longest time an account may last from today
 * @param kept how long accounts and rights are kept as proof after their last day
 */
@Component
record GuestSettings(
        @Value("${kreislaufstadt.external-accounts.usually:P1Y}")
        Period usually,

        @Value("${kreislaufstadt.external-accounts.at-most:P2Y}")
        Period atMost,

        @Value("${kreislaufstadt.retention.external-accounts:P6M}")
        Period kept) {}
