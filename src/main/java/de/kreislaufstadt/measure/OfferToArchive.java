package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.OfferToArchive.Form;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes that the records were offered to the archive and what it answered. */
@Component
class OfferToArchive implements TaskHandler<Form> {

    private final JdbcClient jdbc;
    private final Clock clock;

    OfferToArchive(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param reference the archive's mark, null if it declined
     */
    record Form(LocalDate offeredOn, LocalDate answeredOn, Answer answer, String reference, String note) {

        enum Answer {
            TAKEN,
            PARTLY_TAKEN,
            DECLINED
        }
    }

    @Override
    public String task() {
        return "offer-to-archive";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        LocalDate today = LocalDate.now(clock);
        new Problems()
                .check(!form.offeredOn().isAfter(today), "offeredOn", "measure.archive.inFuture")
                .check(!form.answeredOn().isAfter(today), "answeredOn", "measure.archive.inFuture")
                .check(!form.answeredOn().isBefore(form.offeredOn()), "answeredOn", "measure.archive.answerFirst")
                .throwIfAny();
        jdbc.sql("""
                        insert into measure_archive_offer
                            (id, municipality_id, measure_id, offered_on, answer, answered_on, reference, note, offered_by)
                        values (:id, :municipality, :measure, :offeredOn, :answer, :answeredOn, :reference, :note, :actor)
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .param("offeredOn", form.offeredOn())
                .param("answer", form.answer().name())
                .param("answeredOn", form.answeredOn())
                .param("reference", form.reference())
                .param("note", form.note())
                .param("actor", task.actor())
                .update();
        return Outcome.none();
    }
}
