package de.kreislaufstadt.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The picture of the process is drawn from the model the product runs, and shows where a measure stands. */
class PictureFitsModelTest {

    private static final String PAGE = "/muenster/massnahmen/kreislaufstadt";

    private final SiteInMemory site = new SiteInMemory().withExamples();

    @Test
    void thePictureWasDrawnFromThisModel() throws IOException {
        String picture = Files.readString(Path.of("src/main/resources/pictures/measure-lifecycle.svg"));
        assertThat(picture)
                .as("draw it again: ./mvnw -Dexec.skip -Dpictures=true -Dtest=PublicPictures test")
                .contains(Fingerprint.of(Files.readString(Path.of("bpmn/measure-lifecycle.bpmn"))))
                .doesNotContain(" style=", "<script");
        assertThat(picture.length()).isLessThan(150_000);
    }

    @Test
    void thePresentPhaseIsMarkedInWordsToo() {
        String picture = svg(PAGE + "/ablauf.svg");
        assertThat(picture)
                .contains("<title>Ablaufdiagramm mit der heutigen Position: Workshops.")
                .containsOnlyOnce(">Hier</text>");
        int here = picture.indexOf(">Hier</text>");
        assertThat(picture.lastIndexOf("data-element-id=\"", here))
                .isEqualTo(picture.indexOf("data-element-id=\"phase-workshops\""));
    }

    @Test
    void aPhoneSeesAPartThatIsLargeEnoughToRead() {
        assertThat(svg(PAGE + "/ablauf.svg?ausschnitt")).contains("width=\"900\"", "height=\"420\"");
        assertThat(site.html(PAGE)).contains("src=\"/muenster/massnahmen/kreislaufstadt/ablauf.svg?ausschnitt\"");
    }

    @Test
    void whereNothingIsKnownOfTheProcessThereIsNoPicture() {
        assertThat(site.ask("/muenster/massnahmen/solar-auf-daechern/ablauf.svg")
                        .getStatus())
                .isEqualTo(404);
    }

    private String svg(String address) {
        return new String(site.ask(address).getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
