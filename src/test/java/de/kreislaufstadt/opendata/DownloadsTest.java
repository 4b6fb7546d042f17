package de.kreislaufstadt.opendata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.kreislaufstadt.released.ReleasedExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The catalogue and the files at their addresses, in the format that is wanted. */
class DownloadsTest {

    private final Shared shared = new Shared().filled();
    private final MockMvc web = OpenDataWeb.of(shared, Shared.CITY, Shared.SMALL);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                              | application/rdf+xml
            */*                                            | application/rdf+xml
            text/turtle                                    | text/turtle
            application/ld+json;q=0.5, text/turtle;q=0.4   | application/ld+json
            application/*;q=0.2, text/turtle;q=0.1         | application/rdf+xml
            application/rdf+xml;q=0, */*                   | text/turtle
            """)
    void theCatalogueComesInTheSyntaxThatIsWantedMost(String accept, String type) throws Exception {
        MockHttpServletRequestBuilder request = get("/opendata/catalog");
        MockHttpServletResponse answer = ask(accept == null ? request : request.header("Accept", accept));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith(type);
        assertThat(answer.getHeader("Vary")).contains("Accept");
        assertThat(answer.getHeader("Link")).contains("rel=\"first\"", "rel=\"last\"");
    }

    @ParameterizedTest
    @CsvSource({"rdf,application/rdf+xml", "ttl,text/turtle", "jsonld,application/ld+json"})
    void anEndingCountsForMoreThanWhatIsAccepted(String ending, String type) throws Exception {
        MockHttpServletResponse answer = ask(get("/opendata/catalog." + ending).header("Accept", "text/html"));
        assertThat(answer.getContentType()).startsWith(type);
        assertThat(answer.getContentAsByteArray()).isNotEmpty();
        assertThat(ask("/opendata/catalog." + ending + "?alle").getContentType())
                .startsWith(type);
    }

    @ParameterizedTest
    @CsvSource({
        "/opendata/catalog,/api",
        "/opendata/catalog?kommune=muenster,/muenster/daten",
        "/opendata/dataset/muenster/ww-09,/muenster/daten",
        "/opendata/organisation/muenster,/muenster"
    })
    void peopleAreLedToAPage(String address, String page) throws Exception {
        MockHttpServletResponse answer =
                ask(get(address).header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("http://localhost" + page);
    }

    @Test
    void rawDataOfAMeasureComeAsJsonCsvAndWorkbook() throws Exception {
        String raw = "/muenster/massnahmen/kreislaufstadt/rohdaten.";
        assertThat(ask(raw + "json").getContentAsByteArray())
                .isEqualTo(ask("/api/v1/measures/muenster/WW-09").getContentAsByteArray());
        assertThat(new String(ask(raw + "csv").getContentAsByteArray(), UTF_8).split("\r\n"))
                .hasSize(2);
        assertThat(ask(raw + "xlsx").getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"muenster-WW-09.xlsx\"");
    }

    @Test
    void rawDataFollowAMeasureThatIsCalledOtherwiseNow() throws Exception {
        shared.release(
                shared.rich, ReleasedExamples.titled(shared.measure("WW-09").content(), "Stadt im Kreislauf"));
        MockHttpServletResponse answer = ask("/muenster/massnahmen/kreislaufstadt/rohdaten.csv");
        assertThat(answer.getStatus()).isEqualTo(301);
        assertThat(answer.getHeader("Location"))
                .isEqualTo("http://localhost/muenster/massnahmen/stadt-im-kreislauf/rohdaten.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "massnahmen.csv",
                "indikatoren.csv",
                "finanzplan.csv",
                "schritte.csv",
                "zeiten.csv",
                "massnahmen.xlsx",
                "alles.zip"
            })
    void allDataOfAMunicipalityCanBeDownloaded(String file) throws Exception {
        MockHttpServletResponse answer = ask("/muenster/daten/" + file);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isNotEmpty();
    }

    private MockHttpServletResponse ask(String address) throws Exception {
        return ask(get(address));
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse();
    }
}
