package de.kreislaufstadt.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that every system can keep and that hide nothing. */
class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Protokoll 2. Workshop (Entwurf).docx", "Bäume & Straßen.pdf", "日本語.txt", "a.b", "console.txt"})
    void keepsWhatPeopleWrite(String name) {
        assertThat(FileName.of(name).text()).isEqualTo(name);
    }

    @Test
    void writesUmlautsTheOneWay() {
        assertThat(FileName.of(" Gro\u0308\u00dfe.pdf ").text()).isEqualTo("Gr\u00f6\u00dfe.pdf");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "../geheim.pdf, path",
        "C:\\temp\\x.pdf, path",
        "/etc/passwd.txt, path",
        "bericht\u202efdp.exe, unseen",
        "bericht\u200b.pdf, unseen",
        "x\u2028y.pdf, unseen",
        "a:b.pdf, special",
        "a*.pdf, special",
        "CON.pdf, reserved",
        "nul.tar.txt, reserved",
        "Lpt1.txt, reserved",
        ".htaccess.txt, reserved",
        "ohne, noEnding",
        "punkt., noEnding"
    })
    void refusesWhatHidesOrBreaksSomething(String name, String reason) {
        assertThatThrownBy(() -> FileName.of(name)).hasMessage("document.name." + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nSet-Cookie: x=y.pdf",
                "a\tb.pdf",
                "a\u0000.pdf",
                "a\u007f.pdf",
                "a\u0085.pdf",
                "a\ud800.pdf"
            })
    void refusesControlCharacters(String name) {
        assertThatThrownBy(() -> FileName.of(name)).hasMessage("document.name.unseen");
    }

    @Test
    void takesTwoHundredCharactersAndNoMore() {
        assertThat(FileName.of("a".repeat(196) + ".pdf").text()).hasSize(200);
        assertThatThrownBy(() -> FileName.of("a".repeat(197) + ".pdf")).hasMessage("document.name.tooLong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void wantsAName(String name) {
        assertThatThrownBy(() -> FileName.of(name)).hasMessage("document.name.missing");
        assertThatThrownBy(() -> FileName.of(null)).hasMessage("document.name.missing");
    }
}
