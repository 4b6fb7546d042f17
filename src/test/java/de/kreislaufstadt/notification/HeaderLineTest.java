package de.kreislaufstadt.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x@example.org", "a\nb", "a\rb", "a\u2028b", "a\u0085b", "a\u0000b", "a\tb"})
    void aLineBreakInAHeaderIsRefused(String text) {
        assertThatExceptionOfType(MailRefused.class).isThrownBy(() -> HeaderLine.of(text));
    }

    @Test
    void wordsPass() {
        assertThat(HeaderLine.of("Vorschlag „prüfen“ – bis 01.03.2026"))
                .isEqualTo("Vorschlag „prüfen“ – bis 01.03.2026");
    }
}
