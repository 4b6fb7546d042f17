package de.kreislaufstadt.measure;

import de.kreislaufstadt.measure.ReworkItem.Answer;
import de.kreislaufstadt.measure.ReworkItem.Status;
import de.kreislaufstadt.measure.ReworkItem.Wish;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has to be changed in proposals, item by item. */
@Repository
class ReworkTable implements ReworkRequests {

    private final JdbcClient jdbc;

    ReworkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks for changes; where no item is named, the reason for the return is the one item. */
    void ask(String municipality, UUID measureId, List<Wish> wishes, String otherwise) {
        List<String> texts = wishes.stream()
                .map(wish -> Blank.toNull(wish.text()))
                .filter(text -> text != null)
                .toList();
        for (String text : texts.isEmpty() && otherwise != null ? List.of(otherwise) : texts) {
            jdbc.sql("""
                            insert into measure_rework_item (id, municipality_id, measure_id, number, text)
                            select :id, :municipality, :measure,
                                coalesce((select max(i.number) from measure_rework_item i
                                          where i.municipality_id = :municipality and i.measure_id = :measure), 0) + 1,
                                :text
                            """)
                    .param("id", UUID.randomUUID())
                    .param("municipality", municipality)
                    .param("measure", measureId)
                    .param("text", text)
                    .update();
        }
    }

    @Override
    public void ask(String municipality, UUID measureId, List<String> texts) {
        ask(municipality, measureId, texts.stream().map(Wish::new).toList(), null);
    }

    /** @return items of this status by number */
    List<ReworkItem> of(String municipality, UUID measureId, Status status) {
        return jdbc.sql("""
                        select number, text, status, answer from measure_rework_item
                        where municipality_id = :municipality and measure_id = :measure and status = :status order by number
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .param("status", status.name())
                .query(ReworkItem.class)
                .list();
    }

    void answer(String municipality, UUID measureId, List<Answer> answers) {
        for (Answer answer : answers) {
            jdbc.sql("""
                            update measure_rework_item set status = 'ANSWERED', answer = :answer
                            where municipality_id = :municipality and measure_id = :measure and number = :number
                              and status = 'OPEN'
                            """)
                    .param("answer", Blank.toNull(answer.answer()))
                    .param("municipality", municipality)
                    .param("measure", measureId)
                    .param("number", answer.number())
                    .update();
        }
    }

    /** Ends a round of answers: those with these numbers are done, the others are asked for again. */
    void checkOff(String municipality, UUID measureId, Collection<Integer> accepted) {
        jdbc.sql("""
                        update measure_rework_item
                        set status = case when number = any(:accepted) then 'ACCEPTED' else 'OPEN' end
                        where municipality_id = :municipality and measure_id = :measure and status = 'ANSWERED'
                        """)
                .param("accepted", accepted.toArray(Integer[]::new))
                .param("municipality", municipality)
                .param("measure", measureId)
                .update();
    }
}
