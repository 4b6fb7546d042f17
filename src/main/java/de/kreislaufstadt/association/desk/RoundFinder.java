package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.round.ComponentRound;
import de.kreislaufstadt.association.round.RoundState;
import de.kreislaufstadt.measure.ModelComponent;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Finds what addresses name, for whoever may know of it. */
@Component
class RoundFinder {

    private static final int LONGEST_NUMBER = 6;

    private final ComponentRows rows;

    RoundFinder(ComponentRows rows) {
        this.rows = rows;
    }

    /** @throws NoSuchComponent if there is none of this name */
    static ModelComponent component(String name) {
        return Arrays.stream(ModelComponent.values())
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(NoSuchComponent::new);
    }

    /** @throws NoSuchComponent if it is no number that rounds or versions have */
    static int number(String number) {
        if (!number.matches("[1-9]\\d*") || number.length() > LONGEST_NUMBER) {
            throw new NoSuchComponent();
        }
        return Integer.parseInt(number);
    }

    /** @throws NoSuchComponent if there is no such round */
    ComponentRound find(Reader reader, String component, String number) {
        return rows.round(reader.office(), component(component), number(number)).orElseThrow(NoSuchComponent::new);
    }

    /**
     * Finds a round whose comments are being answered, and holds that it is.
     *
     * @throws NoSuchComponent if there is no such round
     * @throws DeskRefused if they are not being answered yet, or not any more
     */
    ComponentRound consolidating(Reader reader, String component, String number) {
        ComponentRound round =
                rows.hold(reader.office(), find(reader, component, number).id());
        if (round.state() != RoundState.CONSOLIDATING) {
            throw new DeskRefused(
                    round.state().ordinal() < RoundState.CONSOLIDATING.ordinal()
                            ? "association.desk.notYet"
                            : "association.desk.over");
        }
        return round;
    }
}
