package de.kreislaufstadt.faults;

/** What is broken, and the hypothesis about it that was written down before it was tried. */
enum Fault {
    EMPTY_DATABASE(
            "a",
            "three nodes start at once on an empty database, ten times",
            "nothing: the first answer comes when a node is ready",
            "all three come up; models, lists and rights are there once"),
    KILLED(
            "b",
            "kill -9 of a node every few seconds",
            "requests of that node break off; the next one goes to another node",
            "nothing acknowledged is lost or doubled; a dead node's jobs are done within 60 s; at most its one mail is uncertain"),
    LONG_JOB("c", "a job that takes longer than its lock", "nothing", "it is never run twice at the same time"),
    DATABASE_RESTARTED(
            "d",
            "PostgreSQL restarted, fast and immediate",
            "errors until it is up again, within a minute",
            "nothing acknowledged is lost (recovery point 0); all nodes go on by themselves"),
    CONNECTION(
            "e",
            "the way of a node to the database cut, reset, delayed by 2 s, swallowed",
            "errors of that node; with the delay slowness; behind a swallowed step others of the municipality wait, or are told to come again, for a minute at most",
            "the other nodes go on; the node comes back by itself"),
    LOST_ANSWER(
            "f",
            "cut between COMMIT and its answer",
            "success, or that nobody knows; never that it was refused",
            "it is there once; whoever looks finds it"),
    DISK_FULL(
            "g",
            "the disk of the database is full",
            "errors that say whose fault it is",
            "refused steps leave nothing; it goes on once there is room"),
    CLOCK(
            "h",
            "the clock of one node is 6 minutes ahead",
            "its timers fire 6 minutes early",
            "no job runs twice with effect"),
    POISON("i", "a job that always fails", "the measure shows an incident", "other jobs are done as before"),
    OLD_BESIDE_NEW(
            "k",
            "old and new release side by side, nodes renewed one after the other, one old node started again meanwhile",
            "nothing",
            "no request fails; nothing is lost or doubled; old nodes work on the newer tables"),
    SAME_MODEL(
            "l",
            "a changed model deployed by three nodes at once",
            "nothing",
            "there is one new version, and all nodes use it"),
    SAME_TASK(
            "m",
            "two people claim and complete the same task, 1,000 times",
            "who comes second is told who was first",
            "each task is done once, by who was told so"),
    TERMINATED(
            "n",
            "SIGTERM under load",
            "nothing but another node's answer",
            "what has begun is answered before the node ends"),
    SLOW_PROVIDER(
            "o",
            "the identity server answers after 30 s while 150 people sign in at one node",
            "who signs in is told within 30 s, in words, that the sign-in of the city does not answer; a session of this server waits for it once, 10 s at most",
            "everybody else works on as before, also at this node; people can sign in within a minute of its recovery"),
    SLOW_SERVERS(
            "o",
            "the mail server answers after 30 s",
            "mails come late",
            "steps take as long as before; no mail comes twice"),
    CLEAN_UP(
            "p",
            "the history of many instances is cleaned up while people work",
            "nothing",
            "steps are done meanwhile; nothing of running measures goes");

    private final String letter;
    private final String what;
    private final String noticed;
    private final String holds;

    Fault(String letter, String what, String noticed, String holds) {
        this.letter = letter;
        this.what = what;
        this.noticed = noticed;
        this.holds = holds;
    }

    String letter() {
        return letter;
    }

    String what() {
        return what;
    }

    /** @return what people may notice */
    String noticed() {
        return noticed;
    }

    /** @return what must hold nevertheless */
    String holds() {
        return holds;
    }
}
