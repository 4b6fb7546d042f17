package de.kreislaufstadt.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.core.io.ClassPathResource;

/** The association as an administrator sets it up and dissolves it on the page Verwaltung. */
public final class AppliedAssociation {

    /** The tab Kommunen. */
    public static final String TAB = "/camunda/api/kreislaufstadt/admin/municipalities";

    private AppliedAssociation() {}

    /** @return its file */
    public static String file() {
        try {
            return new ClassPathResource("association/verbund.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param base version the text was made from; null where there is none yet */
    public static void apply(Http administrator, String file, Integer base) {
        Http.Answer answer = administrator.post(TAB, text(file, base));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** What the tab sends to check or to apply. */
    public static String text(String content, Integer base) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("content", content)
                .put("base", base)
                .toString();
    }

    /** Ends it with yesterday and deletes it. */
    public static void dissolve(Http administrator, LocalDate today) {
        end(administrator, "verbund", today);
        Http.Answer deleted = administrator.send("DELETE", TAB + "/verbund?confirm=verbund", null);
        assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
    }

    /** Ends a municipality with yesterday. */
    public static void end(Http administrator, String municipality, LocalDate today) {
        String lastDay = "{\"lastDay\": \"" + today.minusDays(1) + "\"}";
        assertThat(administrator
                        .post(TAB + "/" + municipality + "/end", lastDay)
                        .status())
                .isEqualTo(200);
    }
}
