package de.kreislaufstadt.process.engine.extension;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The engine's list of tasks, taken apart and put together again so that it asks for the same rows in less time.
 *
 * <p>The engine joins its grants by {@code resource in (task, process, '*')}, a condition that PostgreSQL can only check
 * pair by pair: with a grant per open task and group the work grows with the square of the inbox. The same condition as
 * three questions to a set that is read once is answered with hashes.
 *
 * <p>It also joins the candidates of a task and throws the doubles away again, for which all tasks of the person are put
 * in order before the first of them is shown. Whether there is a candidate is a question; without the join there are no
 * doubles, and a page can be read off the index of due dates. Whoever reads a page so asks for the grants of those few
 * tasks instead of reading all.
 *
 * @param before up to the join of grants
 * @param grants rows of the grants' table that concern the person and give the right to read a task
 * @param after what follows that join, up to the condition on grants
 * @param rest what follows that condition
 */
record InboxStatement(Sql before, Sql grants, Sql after, Sql rest) {

    private static final Pattern JOINED_GRANTS = Pattern.compile(
            "(?:left|inner)\\s+join\\s+\\(\\s*SELECT\\s+A\\.\\*\\s+(FROM\\s+\\S*ACT_RU_AUTHORIZATION\\s+A\\s.*?)\\)\\s*"
                    + "AUTH\\s+ON\\s+\\(AUTH\\.RESOURCE_ID_\\s+in\\s*\\(\\s*RES\\.ID_\\s*,\\s*D\\.KEY_\\s*,\\s*'\\*'\\s*\\)\\s*\\)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String GRANTED = "AUTH.RESOURCE_ID_ IS NOT NULL";

    private static final String IN_SET = "(RES.ID_ in (select RESOURCE_ID_ from GRANTED)"
            + " or D.KEY_ in (select RESOURCE_ID_ from GRANTED)"
            + " or exists (select 1 from GRANTED where RESOURCE_ID_ = '*'))";

    /** Tasks with nothing joined but their candidates and what there is once per task. */
    private static final Pattern TASKS_ALONE = Pattern.compile(
            "\\s*(?:SELECT\\s+COUNT\\(\\*\\)\\s+FROM\\s*\\(\\s*)?SELECT\\s+(DISTINCT)\\s+[^?']*?\\sfrom\\s+\\S*ACT_RU_TASK\\s+RES"
                    + "(\\s+left\\s+join\\s+(\\S*ACT_RU_IDENTITYLINK)\\s+I\\s+on\\s+I\\.TASK_ID_\\s*=\\s*RES\\.ID_)?"
                    + "(?:\\s+(?:left|inner)\\s+join\\s+\\S*ACT_RE_PROCDEF\\s+D\\s+on\\s+RES\\.PROC_DEF_ID_\\s*=\\s*D\\.ID_)?"
                    + "(?:\\s+(?:left|inner)\\s+join\\s+\\S*ACT_RU_EXECUTION\\s+E\\s+on\\s+RES\\.PROC_INST_ID_\\s*=\\s*E\\.ID_)?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern CANDIDATES = Pattern.compile(
            "I\\.TYPE_\\s*=\\s*'candidate'\\s+and\\s+\\(\\s*I\\.GROUP_ID_\\s+IN\\s*\\([\\s?,]*\\)\\s*\\)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LINKS = Pattern.compile("\\bI\\.", Pattern.CASE_INSENSITIVE);
    private static final int LINKS_OF_CANDIDATES = 2;

    private static final Pattern WHERE = Pattern.compile("\\s*WHERE\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern ORDER_OF_PAGE = Pattern.compile(
            "order\\s+by\\s+((RES\\.\\w+)\\s+(?:asc|desc)(?:\\s*,\\s*RES\\.\\w+\\s+(?:asc|desc))*)\\s*(?=LIMIT\\s)",
            Pattern.CASE_INSENSITIVE);

    /** Those of the engine's columns that an index puts in order. */
    private static final Pattern INDEXED = Pattern.compile("RES\\.(DUE_DATE_|CREATE_TIME_)", Pattern.CASE_INSENSITIVE);

    /**
     * Takes the engine's statement apart.
     *
     * @return empty if it has no grants, or another shape than expected: a second join of grants, or a condition on them
     *     that is not known here, would lose its table
     */
    static Optional<InboxStatement> of(Sql asked) {
        Matcher join = JOINED_GRANTS.matcher(asked.text());
        if (!join.find()) {
            return Optional.empty();
        }
        Sql tail = asked.from(join.end());
        int condition = tail.text().indexOf(GRANTED);
        if (condition < 0 || tail.text().split("AUTH\\.", -1).length != 2 || join.find()) {
            return Optional.empty();
        }
        join.find(0);
        return Optional.of(new InboxStatement(
                asked.until(join.start()),
                asked.part(join.start(1), join.end(1)),
                tail.until(condition),
                tail.from(condition + GRANTED.length())));
    }

    /** @param near whether only the first few rows are wanted */
    Sql better(boolean near) {
        return withoutDoubles()
                .map(single ->
                        near && single.isReadOffAnIndex() ? single.askingForGrants() : single.readingGrantsOnce())
                .orElseGet(this::readingGrantsOnce);
    }

    private Sql readingGrantsOnce() {
        return Sql.of("with GRANTED as materialized (select A.RESOURCE_ID_ ")
                .then(grants)
                .then(") ")
                .then(before)
                .then(after)
                .then(IN_SET)
                .then(rest);
    }

    /** The offset keeps the planner from reading all grants for it. */
    private Sql askingForGrants() {
        return before.then(after)
                .then("(exists (select 1 ")
                .then(grants)
                .then(" and A.RESOURCE_ID_ = RES.ID_ offset 0) or exists (select 1 ")
                .then(grants)
                .then(" and A.RESOURCE_ID_ in (D.KEY_, '*') offset 0))")
                .then(rest);
    }

    /** Only where few tasks are passed by on the way: those of the person's groups are spread over all dates. */
    private boolean isReadOffAnIndex() {
        Matcher order = ORDER_OF_PAGE.matcher(rest.text());
        return CANDIDATES.matcher(after.text()).find()
                && order.find()
                && INDEXED.matcher(order.group(2)).matches();
    }

    /** @return the same without {@code distinct}; empty where that could show a task twice */
    private Optional<InboxStatement> withoutDoubles() {
        Matcher tasks = TASKS_ALONE.matcher(before.text());
        if (!tasks.matches() || !WHERE.matcher(after.text()).matches()) {
            return Optional.empty();
        }
        Sql beforeDistinct = before.until(tasks.start(1));
        Sql single;
        Sql conditions;
        if (tasks.group(2) == null) {
            single = beforeDistinct.then(before.from(tasks.end(1)));
            conditions = after;
        } else {
            Matcher candidates = CANDIDATES.matcher(after.text());
            if (!candidates.find() || links(after) != LINKS_OF_CANDIDATES || links(rest) != 0 || links(before) != 1) {
                return Optional.empty();
            }
            single = beforeDistinct
                    .then(before.part(tasks.end(1), tasks.start(2)))
                    .then(before.from(tasks.end(2)));
            conditions = after.until(candidates.start())
                    .then("exists (select 1 from " + tasks.group(3) + " I where I.TASK_ID_ = RES.ID_ and ")
                    .then(after.part(candidates.start(), candidates.end()))
                    .then(")")
                    .then(after.from(candidates.end()));
        }
        return Optional.of(new InboxStatement(single, grants, conditions, pagesThatFitTogether(rest)));
    }

    /** Tasks of the same day, which many are, must have one order on all pages; the comparison for doubles gave them one. */
    private static Sql pagesThatFitTogether(Sql rest) {
        Matcher order = ORDER_OF_PAGE.matcher(rest.text());
        if (!order.find() || order.group(1).matches("(?is).*RES\\.ID_\\b.*")) {
            return rest;
        }
        return rest.until(order.end(1)).then(", RES.ID_ asc ").then(rest.from(order.end()));
    }

    private static long links(Sql part) {
        return LINKS.matcher(part.text()).results().count();
    }
}
