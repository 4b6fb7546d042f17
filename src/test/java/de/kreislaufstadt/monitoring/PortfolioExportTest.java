package de.kreislaufstadt.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The portfolio as files: the same rows as on the page, however many, and nothing that a table calculates. */
@ApplicationTest
class PortfolioExportTest {

    private static final String API = "/camunda/api/kreislaufstadt/portfolio";

    @Autowired
    Office office;

    @Autowired
    Portfolio portfolio;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    @Test
    void theExportsHoldTheSameRowsAndNoFormula() throws IOException {
        String number = office.as("wfm-sachbearbeitung").proposes();
        Http manager = new Http(port);
        manager.signIn("wfm-leitung", "cockpit");
        office.jdbc()
                .sql("update monitored_measure set title = '=HYPERLINK(\"http://x\")' where number = ?")
                .param(number)
                .update();

        String csv = manager.get(API + "/export.csv?words=" + number).body();
        byte[] xlsx = manager.download(API + "/export.xlsx?words=" + number).body();

        assertThat(csv.split("\r\n")).hasSize(2);
        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://x\"\")\"").contains("\"Vorschlag prüfen\"");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            var row = workbook.getSheetAt(0).getRow(1);
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(1);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo(number);
            assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\")");
            assertThat(row.getCell(2).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(row.getCell(9).getLocalDateTimeCellValue()).isNotNull();
        }
    }

    /** Rows travel from the database as they are written: what is held does not grow with them. */
    @Test
    void aHundredThousandMeasuresGoByWithoutBeingHeld() {
        AtomicLong rows = new AtomicLong();
        AtomicLong held = new AtomicLong();
        transactions.executeWithoutResult(status -> {
            aLargeCity();
            portfolio.each(
                    new Login("somebody", List.of("grossstadt-managers"), List.of("grossstadt")),
                    Asked.of(Map.of("sort", "NUMBER")),
                    row -> {
                        long number = rows.incrementAndGet();
                        if (number == 1_000) {
                            held.set(heldNow());
                        } else if (number == 100_000) {
                            held.set(heldNow() - held.get());
                        }
                    });
            status.setRollbackOnly();
        });

        assertThat(rows).hasValue(100_000);
        assertThat(held.get()).isLessThan(8L * 1024 * 1024);
    }

    private void aLargeCity() {
        office.jdbc().sql("""
                        insert into municipality (id, name, official_key, federal_state)
                        values ('grossstadt', 'Großstadt', '05515001', 'NW')
                        """).update();
        // In parts: on a busy machine one statement for all of them takes longer than a connection waits for its
        // answer.
        for (int first = 0; first < 100_000; first += 10_000) {
            arrive(first);
        }
    }

    private void arrive(int first) {
        office.jdbc().sql("""
                        with arrived as (
                            insert into measure (id, municipality_id, number, lead, state, created_by)
                            select gen_random_uuid(), 'grossstadt', 'A' || chr(65 + n / 50000) || '-' || 10000 + n % 50000,
                                   'amt', 'KNOWLEDGE', 'somebody'
                            from generate_series(:first, :first + 9999) n returning *)
                        insert into monitored_measure (municipality_id, measure_id, number, title, field_of_action, lead,
                                                       state, phase, since)
                        select municipality_id, id, number, 'Maßnahme ' || number, 'X', lead, state, state, created_at
                        from arrived
                        """).param("first", first).update();
    }

    private static long heldNow() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
