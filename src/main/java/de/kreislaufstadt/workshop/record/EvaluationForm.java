package de.kreislaufstadt.workshop.record;

import java.util.List;

/**
 * Data of the form {@code evaluate-workshop}.
 *
 * @param responses questionnaires that came back
 * @param wouldAttendAgain how many of them would come again
 */
public record EvaluationForm(
        Aim aimReached,
        Integer responses,
        Integer wouldAttendAgain,
        List<Rating> ratings,
        String strengths,
        String improvements,
        String lessons) {

    public EvaluationForm {
        ratings = ratings == null ? List.of() : List.copyOf(ratings);
    }

    public enum Aim {
        REACHED,
        PARTLY,
        NOT_REACHED
    }

    public enum Aspect {
        CONTENT,
        MODERATION,
        ORGANISATION,
        EXCHANGE,
        RESULTS
    }

    /** How many questionnaires gave each mark for one aspect. */
    public record Rating(Aspect aspect, Integer veryGood, Integer good, Integer fair, Integer poor) {

        public int sum() {
            return veryGood + good + fair + poor;
        }
    }
}
