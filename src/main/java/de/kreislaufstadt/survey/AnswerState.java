package de.kreislaufstadt.survey;

/** Whether an asked department has answered; silent is who had not when the survey was closed. */
enum AnswerState {
    ASKED,
    ANSWERED,
    SILENT
}
