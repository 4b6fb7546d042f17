package de.kreislaufstadt.survey;

/** How a check or release ended; the process goes on by it. */
enum ReviewResult {
    APPROVE,
    RELEASE,
    RETURN
}
