package de.kreislaufstadt.steering;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Intervention.Remark;
import de.kreislaufstadt.process.Interventions;
import de.kreislaufstadt.steering.Selection.Chosen;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says what would become of a selection: does it, item by item, and takes each back before anybody can see it. So what it says is
 * what the batch will find, as long as nobody changes anything in between.
 */
@Component
class Trial {

    private final Interventions interventions;
    private final TransactionTemplate transaction;

    Trial(Interventions interventions, PlatformTransactionManager transactions) {
        this.interventions = interventions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return the items in their order, {@code POSSIBLE} or {@code REFUSED}, with what there is to say of them */
    List<Item> of(Chosen chosen, Login who) {
        return chosen.items().stream().map(item -> tried(chosen, item, who)).toList();
    }

    private Item tried(Chosen chosen, Item item, Login who) {
        try {
            Remark remark = transaction.execute(status -> {
                status.setRollbackOnly();
                interventions.carryOut(chosen.kind(), item.item(), chosen.wish(), who);
                return interventions
                        .ofKind(chosen.kind())
                        .flatMap(one -> one.remark(item.item(), who))
                        .orElse(null);
            });
            return ended(item, "POSSIBLE", remark);
        } catch (RuntimeException refused) {
            return ended(item, "REFUSED", Refusal.of(chosen.kind(), refused));
        }
    }

    private static Item ended(Item item, String state, Remark remark) {
        return new Item(
                item.position(),
                item.item(),
                item.number(),
                item.label(),
                state,
                remark == null ? null : remark.message(),
                remark == null
                        ? List.of()
                        : remark.values().stream().map(Objects::toString).toList());
    }
}
