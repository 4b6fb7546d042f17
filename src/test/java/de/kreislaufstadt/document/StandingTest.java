package de.kreislaufstadt.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who keeps which documents in order. */
class StandingTest {

    private static final UUID MEASURE = UUID.randomUUID();

    @Test
    void theLeadChangesEverythingAndOthersWhatIsTheirs() {
        assertThat(standing("LEAD", "wfm").mayChange(from("klima"))).isTrue();
        assertThat(standing("CONTRIBUTING", "klima").mayChange(from("klima"))).isTrue();
        assertThat(standing("CONTRIBUTING", "umwelt").mayChange(from("klima"))).isFalse();
        assertThat(standing("READER", "umwelt").mayChange(from("klima"))).isFalse();
    }

    @Test
    void aDepartmentTakesOverTheDocumentsOfTheOneBeforeIt() {
        assertThat(standing("CONTRIBUTING", "klima").mayChange(from("klima-alt")))
                .isTrue();
        assertThat(standing("CONTRIBUTING", "umwelt").mayChange(from("klima-alt")))
                .isFalse();
    }

    @Test
    void onlyWhoTakesPartAttaches() {
        assertThat(standing("LEAD", "wfm").mayAttach()).isTrue();
        assertThat(standing("CONTRIBUTING", "klima").mayAttach()).isTrue();
        assertThat(standing("READER", "umwelt").mayAttach()).isFalse();
    }

    private static Standing standing(String role, String department) {
        return new Standing(
                "muenster",
                "somebody",
                List.of(department),
                MEASURE,
                "wfm",
                role,
                null,
                key -> key.equals("klima-alt") ? "klima" : key);
    }

    private static Document from(String department) {
        return new Document(
                UUID.randomUUID(),
                MEASURE,
                DocumentKind.OTHER,
                null,
                department,
                "somebody",
                Instant.EPOCH,
                null,
                List.of());
    }
}
