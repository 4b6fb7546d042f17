package de.kreislaufstadt.journey;

import java.util.EnumSet;
import java.util.Set;

/** The journey of one measure from its proposal to the archive, made once per test run and as far as a test needs it. */
final class Journey {

    private City city;
    private Course course;
    private final Set<Stage> done = EnumSet.noneOf(Stage.class);
    private Throwable failed;

    /** The stages of the journey in their order. */
    enum Stage {
        PROPOSAL,
        KNOWLEDGE,
        SURVEY,
        WORKSHOPS,
        EXCHANGE,
        SELECTION,
        IMPLEMENTATION,
        COMPLETION
    }

    /** Makes the journey up to the end of a stage; what was done before is not done again. */
    Journey through(Stage last) {
        begun();
        try {
            for (Stage stage : Stage.values()) {
                if (stage.compareTo(last) <= 0 && done.add(stage)) {
                    travel(stage);
                }
            }
        } catch (RuntimeException | AssertionError e) {
            failed = e;
            throw e;
        }
        return this;
    }

    /** Opens the city if that has not been done yet. */
    Journey begun() {
        if (failed != null) {
            throw new AssertionError("The journey has failed before", failed);
        }
        if (city == null) {
            try {
                city = City.open();
                course = new Course(city);
            } catch (RuntimeException | AssertionError e) {
                failed = e;
                throw e;
            }
        }
        return this;
    }

    private void travel(Stage stage) {
        switch (stage) {
            case PROPOSAL -> ProposalStage.travel(course);
            case KNOWLEDGE -> KnowledgeStage.travel(course);
            case SURVEY -> SurveyStage.travel(course);
            case WORKSHOPS -> WorkshopStage.travel(course);
            case EXCHANGE -> ExchangeStage.travel(course);
            case SELECTION -> SelectionStage.travel(course);
            case IMPLEMENTATION -> ImplementationStage.travel(course);
            case COMPLETION -> CompletionStage.travel(course);
        }
    }

    City city() {
        return city;
    }

    Course course() {
        return course;
    }
}
