package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreislaufstadt.form.FormRefused;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedTextTest {

    private static final String GERMAN = "Maßnahme „Fahrräder für Münster“ – Öffentlichkeitsarbeit, 25.000 €";

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"UTF_8", "WINDOWS_1252", "MAC_ROMAN"})
    void recognises_an_encoding_by_its_german_letters(Encoding encoding) {
        EncodedText read = EncodedText.of(GERMAN.getBytes(encoding.charset()), null);
        assertThat(read.encoding()).isEqualTo(encoding);
        assertThat(read.text()).isEqualTo(GERMAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gebäude und Räume", "ÖPNV, Straßen", "Kosten für Fördermittel"})
    void a_few_letters_are_enough(String text) {
        assertThat(EncodedText.of(text.getBytes(Encoding.MAC_ROMAN.charset()), null)
                        .text())
                .isEqualTo(text);
        assertThat(EncodedText.of(text.getBytes(Encoding.WINDOWS_1252.charset()), null)
                        .text())
                .isEqualTo(text);
    }

    @Test
    void marks_at_the_beginning_are_believed_and_taken_off() {
        byte[] utf8 = ("\uFEFF" + GERMAN).getBytes(StandardCharsets.UTF_8);
        byte[] utf16 = GERMAN.getBytes(StandardCharsets.UTF_16);
        assertThat(EncodedText.of(utf8, null)).isEqualTo(new EncodedText(Encoding.UTF_8, GERMAN));
        assertThat(EncodedText.of(utf16, null)).isEqualTo(new EncodedText(Encoding.UTF_16, GERMAN));
    }

    @Test
    void asks_when_one_sign_could_be_either_and_shows_both() {
        byte[] doubtful = {'N', 'r', '.', ' ', (byte) 0xA9, ' ', 'A'};
        FormRefused asked = catchThrowableOfType(FormRefused.class, () -> EncodedText.of(doubtful, null));
        assertThat(asked.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("encoding");
            assertThat(problem.messageKey()).isEqualTo("imports.encoding.doubtful");
            assertThat(problem.arguments()).hasSize(2);
        });
        assertThat(EncodedText.of(doubtful, Encoding.MAC_ROMAN).text()).isEqualTo("Nr. © A");
    }

    @Test
    void refuses_a_declared_encoding_that_the_bytes_are_not_in() {
        FormRefused refused = catchThrowableOfType(
                FormRefused.class,
                () -> EncodedText.of("für".getBytes(Encoding.WINDOWS_1252.charset()), Encoding.UTF_8));
        assertThat(refused.problems().get(0).messageKey()).isEqualTo("imports.encoding.wrong");
    }

    @Test
    void plain_letters_are_utf_8() {
        assertThat(EncodedText.of("plain".getBytes(StandardCharsets.US_ASCII), null)
                        .encoding())
                .isEqualTo(Encoding.UTF_8);
    }
}
