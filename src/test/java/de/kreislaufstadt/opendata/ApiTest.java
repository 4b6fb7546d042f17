package de.kreislaufstadt.opendata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.kreislaufstadt.released.ComparedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The public API answers what its description promises, and says what is wrong with a request it cannot meet. */
class ApiTest {

    private static final JsonNode OPENAPI = PublicFiles.openApi();
    private static final String SCHEMA_ADDRESS = "\"/api/v1/schema/measure.schema.json";

    private final Shared shared = new Shared().filled();
    private final MockMvc api = OpenDataWeb.of(shared, Shared.CITY, Shared.SMALL);

    @Test
    void everyDescribedOperationAnswersItsExampleAsDescribed() throws Exception {
        shared.approach.published();
        shared.approach.release("muenster", "STRATEGY", 3, 1);
        shared.approach.release("partner07", "PRODUCTS", 0, null);
        shared.approach.compare(new ComparedStep("workshops", "write-minutes", "Protokoll schreiben", 6, 30, 72, 200));
        int asked = 0;
        for (Operation operation : operations()) {
            MockHttpServletResponse answer = ask(operation.address());
            assertThat(answer.getStatus()).as(operation.address()).isEqualTo(200);
            JsonNode content = operation.described().at("/responses/200/content");
            String type = content.fieldNames().next();
            assertThat(answer.getContentType()).startsWith(type);
            if (type.endsWith("json")) {
                assertThat(problems(content.get(type).get("schema"), answer))
                        .as(operation.address())
                        .isEmpty();
            }
            asked++;
        }
        assertThat(asked).isEqualTo(15);
    }

    @Test
    void everyAddressOfTheApiIsDescribed() {
        List<String> described = new ArrayList<>();
        OPENAPI.get("paths").fieldNames().forEachRemaining(path -> described.add(DataAddresses.API + path));
        assertThat(OpenDataWeb.patterns(api).stream()
                        .filter(path -> path.startsWith(DataAddresses.API + "/"))
                        .map(path -> path.replaceAll("\\{([a-z]+):[^}]*}", "{$1}")))
                .containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void componentsAreNamedByCodeOrAsInAddresses() throws Exception {
        shared.approach.published();
        for (String name : List.of("STRATEGY", "strategy", "strategie")) {
            JsonNode versions = json(ask("/api/v1/model-approach/components/" + name));
            assertThat(versions.at("/items/0/withdrawnReason").asText()).startsWith("Zwischenziele");
            assertThat(versions.at("/items/1/withdrawnOn").isNull()).isTrue();
        }
        JsonNode text = json(ask("/api/v1/model-approach/components/leitbild-und-ziele"));
        assertThat(text.get("items")).isEmpty();
        byte[] absent = nothing("/api/v1/model-approach/components/nirgends");
        for (String address : List.of("strategie/versions/0", "strategie/versions/abc", "strategie/versions/3")) {
            assertThat(nothing("/api/v1/model-approach/components/" + address))
                    .as(address)
                    .isEqualTo(absent);
        }
        JsonNode members = json(ask("/api/v1/model-approach/members"));
        assertThat(members.get("items"))
                .hasSize(4)
                .noneMatch(member -> member.get("municipality").asText().equals("partner10"));
    }

    @Test
    void aListSaysHowManyThereAreAndWhereTheNextPageIs() throws Exception {
        MockHttpServletResponse answer = ask("/api/v1/measures?municipality=muenster&size=1");
        JsonNode list = json(answer);
        assertThat(list.get("total").asInt()).isEqualTo(2);
        assertThat(list.at("/items/0/number").asText()).isEqualTo("EE-03");
        assertThat(answer.getHeader("Link"))
                .contains("<http://localhost/api/v1/measures?municipality=muenster&page=2&size=1>; rel=\"next\"");
        JsonNode next = json(ask("/api/v1/measures?municipality=muenster&size=1&page=2"));
        assertThat(next.at("/items/0/number").asText()).isEqualTo("WW-09");
        assertThat(next.at("/items/0/next/step").asText()).isEqualTo("prepare-workshop");
        assertThat(next.at("/items/0/modified").asText()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @ParameterizedTest
    @CsvSource({
        "field=ENERGY,EE-03",
        "phase=WORKSHOPS,WW-09",
        "state=WORKSHOPS,WW-09",
        "q=Partnern,WW-09",
        "field=NOBODY,",
        "q=Unauffindbares,"
    })
    void aFilterFindsWhatItNames(String filter, String number) throws Exception {
        JsonNode list = json(ask("/api/v1/measures?municipality=muenster&" + filter));
        assertThat(StreamSupport.stream(list.get("items").spliterator(), false)
                        .map(item -> item.get("number").asText()))
                .isEqualTo(Stream.ofNullable(number).toList());
    }

    @Test
    void measuresOfAllMunicipalitiesAreOneList() throws Exception {
        Shared many = new Shared().filled();
        ManyReleased.release(many, 7);
        MockMvc wide = OpenDataWeb.of(many, Shared.SMALL, Shared.CITY);
        List<String> numbers = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            JsonNode list = DataJson.MAPPER.readTree(wide.perform(get("/api/v1/measures?size=4&page=" + page))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray());
            assertThat(list.get("total").asInt()).isEqualTo(9);
            list.get("items").forEach(item -> numbers.add(item.get("number").asText()));
        }
        assertThat(numbers).hasSize(9).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "page=-1,page",
        "page=0,page",
        "page=eins,page",
        "page=1000001,page",
        "size=201,size",
        "size=0,size",
        "sort=lead,sort",
        "order=title,order",
        "phase=WORK+SHOPS,phase",
        "municipality=../etc,municipality",
        "page=1&page=2,page"
    })
    void aParameterThatCannotBeMetIsNamedWithTheReasonInGerman(String query, String field) throws Exception {
        MockHttpServletResponse answer = ask("/api/v1/measures?" + query);
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(problem.get("title").asText()).isEqualTo("Anfrage nicht verstanden");
        assertThat(problem.at("/errors/0/message").asText()).isNotBlank();
        assertThat(problems(schema("Problem"), answer)).isEmpty();
    }

    @Test
    void aProblemIsSaidInEnglishToWhomEnglishComesFirst() throws Exception {
        MockHttpServletResponse answer =
                ask(get("/api/v1/measures?page=-1").header("Accept-Language", "en-GB,de;q=0.5"));
        assertThat(json(answer).get("title").asText()).isEqualTo("Request not understood");
        assertThat(answer.getHeader("Vary")).isEqualTo("Accept-Language");
    }

    @Test
    void whatIsNotReleasedAnswersLikeWhatDoesNotExist() throws Exception {
        shared.released.withdraw(Shared.CITY.id(), shared.rich);
        byte[] absent = nothing("/api/v1/measures/muenster/ZZ-99");
        for (String address : List.of(
                "/api/v1/measures/muenster/WW-09",
                "/api/v1/measures/muenster/WW-09/versions",
                "/api/v1/measures/muenster/WW-09/versions/1",
                "/api/v1/measures/muenster/EE-03/versions/2",
                "/api/v1/measures/muenster/EE-03/versions/99999999999",
                "/api/v1/measures/kleinstadt/EE-03",
                "/api/v1/measures/anderswo/EE-03",
                "/api/v1/measures?municipality=anderswo",
                "/api/v1/measures?page=2",
                "/api/v1/times?municipality=anderswo",
                "/api/v1/model-approach",
                "/api/v1/model-approach/components/STRATEGY",
                "/api/v1/model-approach/maturities",
                "/modellansatz/daten/bausteine.csv",
                "/opendata/dataset/modellansatz/modellansatz",
                "/opendata/organisation/modellansatz",
                "/opendata/catalog.ttl?kommune=modellansatz",
                "/api/v1/nirgends",
                "/api/v2/measures",
                "/muenster/massnahmen/kreislaufstadt/rohdaten.json",
                "/muenster/daten/geheim.csv",
                "/anderswo/daten/massnahmen.csv",
                "/opendata/dataset/muenster/ww-09",
                "/opendata/catalog.ttl?page=0",
                "/opendata/catalog.ttl?page=-1",
                "/opendata/catalog.ttl?page=2",
                "/opendata/catalog.ttl?kommune=anderswo",
                "/opendata/organisation/anderswo",
                "/opendata/nirgends")) {
            assertThat(nothing(address)).as(address).isEqualTo(absent);
        }
    }

    @Test
    void aMeasureIsFoundByItsNumberHoweverItIsWritten() throws Exception {
        assertThat(json(ask("/api/v1/measures/muenster/ww-09")).get("number").asText())
                .isEqualTo("WW-09");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/measures",
                "/api/v1/measures/muenster/WW-09",
                "/api/v1/openapi.json",
                "/opendata/catalog"
            })
    void aFormatThatNobodyServesIsRefusedWithThoseThatAre(String address) throws Exception {
        for (String accept : List.of("image/png", "application/json;q=0, image/*", "text", "*/*;q=0")) {
            MockHttpServletResponse answer = ask(get(address).header("Accept", accept));
            assertThat(answer.getStatus()).as(accept).isEqualTo(406);
            assertThat(json(answer).get("detail").asText())
                    .contains(address.startsWith("/api") ? "application/json" : "text/turtle");
        }
    }

    private MockHttpServletResponse ask(String address) throws Exception {
        return ask(get(address));
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return api.perform(request).andReturn().getResponse();
    }

    private byte[] nothing(String address) throws Exception {
        MockHttpServletResponse answer = ask(address);
        assertThat(answer.getStatus()).as(address).isEqualTo(404);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        return answer.getContentAsByteArray();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return DataJson.MAPPER.readTree(answer.getContentAsByteArray());
    }

    private record Operation(String address, JsonNode described) {}

    /** Each with what it demands in its path and its query, filled with the examples. */
    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        OPENAPI.get("paths").properties().forEach(path -> {
            JsonNode described = path.getValue().get("get");
            String[] address = {DataAddresses.API + path.getKey()};
            List<String> query = new ArrayList<>();
            for (JsonNode one : described.path("parameters")) {
                JsonNode parameter =
                        one.has("$ref") ? OPENAPI.at(one.get("$ref").asText().substring(1)) : one;
                String name = parameter.get("name").asText();
                String example = parameter.get("example").asText();
                if (parameter.get("in").asText().equals("path")) {
                    address[0] = address[0].replace("{" + name + "}", example);
                } else if (!name.equals("field")) {
                    query.add(name + "=" + example);
                }
            }
            operations.add(new Operation(
                    query.isEmpty() ? address[0] : address[0] + "?" + String.join("&", query), described));
        });
        return operations;
    }

    private static JsonNode schema(String name) {
        return OPENAPI.at("/components/schemas/" + name);
    }

    /** Holds an answer against a schema of the description, whose references are found within one document. */
    private static List<String> problems(JsonNode schema, MockHttpServletResponse answer) throws Exception {
        ObjectNode whole = DataJson.MAPPER.createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.setAll((ObjectNode) schema.deepCopy());
        JsonNode measure = DataJson.MAPPER.readTree(PublicFiles.schema());
        ObjectNode definitions = whole.putObject("$defs");
        definitions.setAll((ObjectNode) measure.get("$defs"));
        definitions.set("Document", ((ObjectNode) measure.deepCopy()).without(List.of("$defs", "$schema")));
        definitions.setAll((ObjectNode) OPENAPI.at("/components/schemas").deepCopy());
        String text = whole.toString()
                .replace(SCHEMA_ADDRESS + "#/", "\"#/")
                .replace(SCHEMA_ADDRESS + "\"", "\"#/$defs/Document\"")
                .replace("#/components/schemas/", "#/$defs/");
        Schema judge = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
        return judge.validate(new String(answer.getContentAsByteArray(), UTF_8), InputFormat.JSON).stream()
                .map(error -> error.toString().toLowerCase(Locale.ROOT))
                .toList();
    }
}
