package de.kreislaufstadt.publication;

import de.kreislaufstadt.released.ReleasedMeasure.Participation;
import de.kreislaufstadt.released.Releasing;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts measures before the public as they stand, without the steps that lead there. */
public final class PublishedNow {

    private final ApplicationContext beans;

    public PublishedNow(ApplicationContext beans) {
        this.beans = beans;
    }

    public void publish(String municipality, UUID measure) {
        Participation participation = beans.getBean(TakingPart.class)
                .of(municipality, List.of(measure))
                .get(measure);
        new TransactionTemplate(beans.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            beans.getBean(Releasing.class)
                    .release(
                            municipality,
                            measure,
                            beans.getBean(SnapshotBuilder.class).build(municipality, measure, participation),
                            Set.of("RECORD"));
            beans.getBean(LiveValues.class).tell(municipality, Set.of(measure));
        });
    }
}
