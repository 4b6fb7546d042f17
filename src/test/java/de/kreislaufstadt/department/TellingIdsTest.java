package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An id that stays in the records tells nobody whose it was. */
class TellingIdsTest {

    private final TellingIds telling = new TellingIds(new DeputyOffice().city);

    @ParameterizedTest
    @CsvSource({
        "qzxmaerk, Probeperson Qzxmärk",
        "p-qzxmaerk-7, 'Qzxmärk, Probeperson'",
        "probeperson-1, Probeperson Qzxmärk",
        "qzxm-pro, Probeperson Qzxmärk",
        "klima-qzxmaerk, Qzxmärk (Stabsstelle Klima)",
        "wfm-p.qzxmaerk, Qzxmärk",
    })
    void aPartOfTheNameIsNoticed(String id, String name) {
        assertThat(telling.gives(id, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "klima-sachbearbeitung, Sachbearbeitung Stabsstelle Klima",
        "klima-leitung-2, Amtsleitung Klima",
        "wfm-sachbearbeitung, Sachbearbeitung Wirtschaftsförderung",
        "p-k3f9x2, Probeperson Qzxmärk",
        "klima-7, Probeperson Qzxmärk",
        "muenster-revision, Revision Münster",
        "qz-1, Qz",
    })
    void idsOfOfficesAndOpaqueOnesAreNot(String id, String name) {
        assertThat(telling.gives(id, name)).isFalse();
    }
}
