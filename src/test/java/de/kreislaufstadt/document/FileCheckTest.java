package de.kreislaufstadt.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which files are taken, by their content. */
class FileCheckTest {

    private final FileCheck check = new FileCheck();

    @TempDir
    Path folder;

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments("bericht.pdf", Samples.pdf(), FileType.PDF),
                arguments("BERICHT.PDF", Samples.pdf(), FileType.PDF),
                arguments("protokoll.docx", Samples.docx(), FileType.DOCX),
                arguments("zahlen.xlsx", Samples.xlsx(), FileType.XLSX),
                arguments("folien.pptx", Samples.pptx(), FileType.PPTX),
                arguments("protokoll.odt", Samples.odt(), FileType.ODT),
                arguments("foto.png", Samples.png(), FileType.PNG),
                arguments("foto.jpg", Samples.jpeg(), FileType.JPEG),
                arguments("foto.jpeg", Samples.jpeg(), FileType.JPEG),
                arguments("foto.webp", Samples.webp(), FileType.WEBP),
                arguments("notiz.txt", Samples.text("Größe: 3 m²\r\n"), FileType.TEXT),
                arguments("liste.csv", Samples.text("Amt;Menge\nUmwelt;3\n"), FileType.CSV),
                arguments("alt.csv", "Straße;Größe\n".getBytes(Charset.forName("windows-1252")), FileType.CSV),
                arguments("excel.txt", "\uFEFFÄmter\tMenge\r\n".getBytes(StandardCharsets.UTF_16BE), FileType.TEXT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void takesWhatOfficesWorkWith(String name, byte[] content, FileType type) throws IOException {
        assertThat(check(name, content)).isEqualTo(type);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("rechnung.pdf", Samples.exe(), "executable"),
                arguments("rechnung.exe", Samples.exe(), "executable"),
                arguments("rechnung.pdf", Samples.elf(), "executable"),
                arguments("start.txt", Samples.text("#!/bin/sh\nrm -rf /\n"), "executable"),
                arguments("makro.docm", Samples.docm(), "macro"),
                arguments("makro.docx", Samples.docm(), "macro"),
                arguments("makro.docx", Samples.disguisedMacro(), "macro"),
                arguments("makro.odt", Samples.odt("Basic/Standard/Module1.xml"), "macro"),
                arguments("makro.odt", Samples.odt("Scripts/python/x.py"), "macro"),
                arguments("anlage.docx", Samples.docxWith("word/embeddings/setup.exe"), "executable"),
                arguments("archiv.zip", Samples.zip(), "archive"),
                arguments("archiv.docx", Samples.zip(), "archive"),
                arguments("archiv.docx", Samples.emptyClaim(), "other"),
                arguments("bombe.docx", Samples.bomb(), "damaged"),
                arguments("fremd.docx", Samples.foreignEntity(), "damaged"),
                arguments("lachen.docx", Samples.growingEntities(), "damaged"),
                arguments("kaputt.docx", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}, "damaged"),
                arguments("alt.doc", Samples.oldWord(), "oldOffice"),
                arguments("bild.svg", Samples.svg(), "svg"),
                arguments("bild.png", Samples.svg(), "svg"),
                arguments("seite.txt", Samples.html(), "page"),
                arguments("daten.txt", new byte[] {'a', 'b', 0, 1, 2, 3}, "other"),
                arguments("bericht.pdf", Samples.png(), "mismatch"),
                arguments("tabelle.xlsx", Samples.docx(), "mismatch"),
                arguments("start.txt", Samples.text("@echo off\r\ndel *.*\r\n"), "executable"),
                arguments("start.ps1", Samples.text("Remove-Item *\r\n"), "mismatch"),
                arguments("seite.html", Samples.text("Nur Text"), "mismatch"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("refused")
    void refusesTheRestAndSaysWhy(String name, byte[] content, String reason) {
        assertThatThrownBy(() -> check(name, content))
                .isInstanceOf(DocumentRefused.class)
                .hasMessage("document.type." + reason);
    }

    @Test
    void textThatTurnsIntoBytesFarBehindItsBeginningIsNotText() {
        byte[] content = Samples.text("Zeile\n".repeat(100_000));
        content[content.length - 10] = 0;

        assertThatThrownBy(() -> check("lang.txt", content)).hasMessage("document.type.other");
    }

    @Test
    void aListOfEntriesThatWouldFillTheMemoryIsNotOpened() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i < 10_001; i++) {
            entries.put("eintrag-" + i, "");
        }

        assertThatThrownBy(() -> check("viele.docx", Samples.zip(entries))).hasMessage("document.type.archive");
    }

    private FileType check(String name, byte[] content) throws IOException {
        return check.check(Files.write(folder.resolve("probe"), content), FileName.of(name));
    }
}
