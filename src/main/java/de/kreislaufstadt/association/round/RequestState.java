package de.kreislaufstadt.association.round;

/** What has become of the request to one member. */
public enum RequestState {
    /** Its task is still to be given out. */
    PLANNED,
    OPEN,
    ANSWERED,
    /** It said explicitly that it has nothing to remark. */
    NO_COMMENT,
    /** It said nothing until the round closed. */
    MISSED,
    /** It left the association before it said anything. */
    LEFT,
    /** Nobody there can be given a task. */
    UNREACHABLE,
    /** The round was cancelled before it said anything. */
    WITHDRAWN;

    /** @return whether the member has said what it has to say */
    public boolean isAnswered() {
        return this == ANSWERED || this == NO_COMMENT;
    }

    /** @return whether the member is asked and has not answered */
    public boolean isWaiting() {
        return this == PLANNED || this == OPEN;
    }
}
