package de.kreislaufstadt.knowledge;

/**
 * A check of what is known.
 *
 * @param comment what is missing; null with {@link Result#COMPLETE}
 * @param summary what is known, for the public; only with {@link Result#COMPLETE}
 */
record KnowledgeReview(Result result, String comment, String summary) {

    /** How the check ended; the process goes on by it. */
    enum Result {
        COMPLETE,
        COLLECT_MORE,
        NEW_GOALS
    }
}
