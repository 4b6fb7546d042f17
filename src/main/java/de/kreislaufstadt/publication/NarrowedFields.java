package de.kreislaufstadt.publication;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.department.MunicipalityApplied;
import de.kreislaufstadt.measure.FieldVisibility;
import de.kreislaufstadt.measure.Visibility;
import de.kreislaufstadt.released.Releasing;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes fields that a municipality no longer calls public out of everything that was released before: at once where its file
 * says so, and every night, since a decision table of its own may have been deployed.
 */
@Component
class NarrowedFields {

    private static final Logger LOG = LoggerFactory.getLogger(NarrowedFields.class);

    private final FieldVisibility visibility;
    private final Releasing releasing;
    private final Municipalities municipalities;
    private final TransactionTemplate transaction;

    NarrowedFields(
            FieldVisibility visibility,
            Releasing releasing,
            Municipalities municipalities,
            PlatformTransactionManager transactions) {
        this.visibility = visibility;
        this.releasing = releasing;
        this.municipalities = municipalities;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void on(MunicipalityApplied applied) {
        withhold(applied.municipality());
    }

    @Scheduled(cron = "0 40 2 * * *", zone = "Europe/Berlin")
    void everyNight() {
        municipalities
                .all()
                .forEach(municipality -> transaction.executeWithoutResult(status -> withhold(municipality)));
    }

    private void withhold(String municipality) {
        Set<String> fields = visibility.of(municipality).entrySet().stream()
                .filter(field -> field.getValue() != Visibility.PUBLIC)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        int changed = releasing.withhold(municipality, fields);
        if (changed > 0) {
            LOG.info(
                    "{}: aus {} veröffentlichten Fassungen Angaben entfernt, die nicht mehr öffentlich sind",
                    municipality,
                    changed);
        }
    }
}
