package de.kreislaufstadt.question;

import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalData;
import de.kreislaufstadt.process.PersonalTable;
import de.kreislaufstadt.process.RetentionRule;
import de.kreislaufstadt.process.SystemProcesses;
import de.kreislaufstadt.question.QuestionTable.Waiting;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Addresses go some time after the answer, questions some time after they were asked; a task that still waits for one ends. */
@Configuration(proxyBeanMethods = false)
class QuestionRetention {

    private static final String MEASURE = "select q.measure_id from public_question q"
            + " where q.municipality_id = t.municipality_id and q.id = t.question_id";

    private static final String MAIL = "(select a.mail from public_question_address a"
            + " where a.municipality_id = t.municipality_id and a.question_id = t.id)";

    @Bean
    PersonalTable questionAddressesGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, QuestionTable.ADDRESSES, "public_question_address")
                .key("question_id")
                .with("mail", Sort.MAIL)
                .measure(MEASURE);
    }

    /** Goes by the hour ({@link QuestionLimits#tidy}); at night for whoever keeps the record of what is deleted when. */
    @Component
    static class LimitsGo implements RetentionRule {

        private final QuestionLimits limits;

        LimitsGo(QuestionLimits limits) {
            this.limits = limits;
        }

        @Override
        public String kind() {
            return "question-limits";
        }

        @Override
        public String setting() {
            return null;
        }

        @Override
        public Set<String> tables() {
            return Set.of("public_question_count");
        }

        @Override
        public int forget(String municipality, LocalDate today) {
            return limits.tidy();
        }

        /** A block keeps records; a counter is none. */
        @Override
        public int heldBack(String municipality, LocalDate today) {
            return 0;
        }
    }

    /** Whoever has given an address is found by it in the question, too. */
    @Component
    static class QuestionsGo implements PersonalData, RetentionRule {

        private static final String FORGOTTEN = "question-forgotten";

        private final PersonalTable questions;
        private final QuestionTable table;
        private final SystemProcesses processes;

        QuestionsGo(NamedParameterJdbcTemplate jdbc, QuestionTable table, SystemProcesses processes) {
            this.questions = PersonalTable.of(jdbc, QuestionTable.QUESTIONS, "public_question")
                    .through(MAIL, Sort.MAIL)
                    .measure("t.measure_id");
            this.table = table;
            this.processes = processes;
        }

        @Override
        public String kind() {
            return questions.kind();
        }

        @Override
        public Set<String> tables() {
            return questions.tables();
        }

        @Override
        public List<Found> find(String municipality, Identity person) {
            return questions.find(municipality, person);
        }

        @Override
        public int delete(String municipality, Identity person, Found found) {
            UUID id = UUID.fromString(found.row());
            table.find(municipality, id).ifPresent(question -> end(new Waiting(id, question.instance())));
            return questions.delete(municipality, person, found);
        }

        @Override
        public int forget(String municipality, LocalDate today) {
            List<Waiting> waiting = table.openUntil(municipality, today);
            int gone = questions.forget(municipality, today);
            waiting.stream()
                    .filter(one -> table.find(municipality, one.id()).isEmpty())
                    .forEach(this::end);
            return gone;
        }

        private void end(Waiting question) {
            if (question.instance() != null) {
                processes.tell(question.instance(), FORGOTTEN);
            }
        }

        @Override
        public int heldBack(String municipality, LocalDate today) {
            return questions.heldBack(municipality, today);
        }
    }
}
