package de.kreislaufstadt.workshop.answer;

import de.kreislaufstadt.workshop.record.Invitation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an invited person sends from the page.
 *
 * @param choice null where none was made, or one we do not know
 * @param substitute name of the substitute as typed, empty where none was
 * @param assistance whether they ask to be contacted about assistance
 */
public record OnlineAnswer(Choice choice, String substitute, boolean assistance) {

    public static final int LONGEST_NAME = 120;

    public enum Choice {
        ACCEPT,
        DECLINE,
        SUBSTITUTE
    }

    /** @return the answer as sent; what is missing is empty */
    public static OnlineAnswer of(String choice, String substitute, String assistance) {
        return new OnlineAnswer(
                PageInput.choice(Choice.values(), choice), PageInput.text(substitute), assistance != null);
    }

    /** @return the answer that was given before, as the page offers it again */
    public static OnlineAnswer of(Invitation seat) {
        Choice choice = switch (seat.answer()) {
            case OPEN -> null;
            case ACCEPTED -> Choice.ACCEPT;
            case DECLINED -> Choice.DECLINE;
            case SUBSTITUTE -> Choice.SUBSTITUTE;
            case WAITING_LIST -> seat.substitute() == null ? Choice.ACCEPT : Choice.SUBSTITUTE;
        };
        return new OnlineAnswer(choice, seat.substitute() == null ? "" : seat.substitute(), seat.assistance());
    }

    /** @return name of a substitute; null where none comes, whatever was typed */
    String substituteOrNull() {
        return choice == Choice.SUBSTITUTE ? substitute : null;
    }

    /** @return message keys by field, in the order of the page; empty if the answer can be taken */
    public Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (choice == null) {
            problems.put("choice", "invitation.choice.missing");
        }
        if (choice == Choice.SUBSTITUTE) {
            PageInput.oneLine(substitute, LONGEST_NAME, "invitation.substitute")
                    .ifPresent(problem -> problems.put("substitute", problem));
        }
        return problems;
    }
}
