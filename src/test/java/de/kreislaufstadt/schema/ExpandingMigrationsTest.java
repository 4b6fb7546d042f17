package de.kreislaufstadt.schema;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.KeptDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * While nodes are renewed one after the other, the previous release works on the tables of the next one: what it reads and writes
 * stays. A migration takes nothing away before a release that has stopped using it is out everywhere, and then says so:
 * {@code -- contract since <release>: <why>} above the statement.
 */
class ExpandingMigrationsTest {

    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final Pattern CREATED =
            Pattern.compile("create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(?:kreislaufstadt\\.)?(\\w+)");
    private static final Pattern CONTRACT = Pattern.compile("--\\s*contract since \\d+\\.\\d+\\.\\d+: \\S.*");
    private static final Pattern TABLE = Pattern.compile(
            "^alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?(?:kreislaufstadt\\.|camunda\\.)?(\\w+)");

    /** What takes something away from who knows the table as it was. */
    private static final List<Pattern> TAKING = List.of(
            Pattern.compile("\\brename\\b"),
            Pattern.compile("\\bdrop\\s+column\\b"),
            Pattern.compile("\\balter\\s+column\\s+\\w+\\s+(?:set\\s+data\\s+)?type\\b"),
            Pattern.compile("\\bset\\s+not\\s+null\\b"),
            Pattern.compile("\\badd\\s+column\\s+(?!.*\\b(?:default|generated)\\b).*\\bnot\\s+null\\b"));

    private static final Pattern GONE =
            Pattern.compile("^drop\\s+(?:table|view|materialized\\s+view|function|sequence|type|schema)\\b");

    @Test
    void whatThePreviousReleaseReadsAndWritesStays() throws IOException {
        TreeSet<String> known = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        for (Resource file : migrations()) {
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            if (version(file) <= Integer.parseInt(KeptDatabase.LAST_MIGRATION)) {
                Matcher created = CREATED.matcher(text.toLowerCase(Locale.ROOT));
                while (created.find()) {
                    known.add(created.group(1));
                }
            } else {
                faults.addAll(faults(file.getFilename(), text, known));
            }
        }
        assertThat(known).contains("measure", "step", "monitored_task");
        assertThat(faults).isEmpty();
    }

    @Test
    void theRuleKnowsWhatTakesSomethingAway() {
        assertThat(faults("x", """
                        create table fresh (id uuid);
                        alter table fresh drop column id;
                        alter table measure add column colour text not null default 'green';
                        alter table measure add column shade text;
                        -- contract since 0.3.0: read from measure_version since 0.2.0
                        alter table measure drop column colour;
                        """, new TreeSet<>(List.of("measure")))).isEmpty();
        assertThat(faults("x", """
                        alter table kreislaufstadt.measure drop column lead;
                        alter table measure rename column lead to leader;
                        alter table measure alter column lead set not null;
                        alter table measure alter column lead type varchar(3);
                        alter table measure add column colour text not null;
                        drop table measure;
                        """, new TreeSet<>(List.of("measure")))).hasSize(6);
    }

    private static List<String> faults(String file, String text, TreeSet<String> known) {
        return Stream.of(text.split(";\\s*(?:\\n|$)"))
                .filter(statement -> !CONTRACT.matcher(statement).find())
                .map(statement -> statement
                        .replaceAll("--[^\\n]*", " ")
                        .replaceAll("'[^']*'", "''")
                        .replaceAll("\\s+", " ")
                        .strip()
                        .toLowerCase(Locale.ROOT))
                .filter(statement -> takesAway(statement, known))
                .map(statement -> file + ": " + statement)
                .toList();
    }

    private static boolean takesAway(String statement, TreeSet<String> known) {
        Matcher table = TABLE.matcher(statement);
        if (table.find()) {
            boolean engines = table.group(1).startsWith("act_");
            return (engines || known.contains(table.group(1)))
                    && TAKING.stream().anyMatch(one -> one.matcher(statement).find());
        }
        return GONE.matcher(statement).find();
    }

    private static List<Resource> migrations() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql"))
                .sorted(Comparator.comparingInt(ExpandingMigrationsTest::version))
                .toList();
    }

    private static int version(Resource file) {
        Matcher name = VERSION.matcher(file.getFilename());
        assertThat(name.matches()).as(file.getFilename()).isTrue();
        return Integer.parseInt(name.group(1));
    }
}
