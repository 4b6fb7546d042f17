package de.kreislaufstadt.department;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;

/** Reads a municipality's YAML file strictly: what it does not know it refuses, with line and place, in German. */
class MunicipalityFileReader {

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*?)'");

    private final ObjectMapper yaml = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** @throws MunicipalityFileRefused if the file is missing or does not have the shape of a municipality's file */
    MunicipalityFile read(String location, Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            return read(location, new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new MunicipalityFileRefused(
                    location, "", "die Datei ist nicht lesbar (kreislaufstadt.municipalities)");
        }
    }

    /** @throws MunicipalityFileRefused if the text does not have the shape of a municipality's file */
    MunicipalityFile read(String location, String text) {
        try {
            MunicipalityFile file = yaml.readValue(text, MunicipalityFile.class);
            if (file == null) {
                throw new MunicipalityFileRefused(location, "", "die Datei ist leer");
            }
            return file;
        } catch (JacksonException e) {
            throw new MunicipalityFileRefused(location, place(e), reason(e));
        }
    }

    /** @throws MunicipalityFileRefused if the text is no person of a municipality's file */
    MunicipalityFile.Person person(String location, String text) {
        try {
            return yaml.readValue(text, MunicipalityFile.Person.class);
        } catch (JacksonException e) {
            throw new MunicipalityFileRefused(location, place(e), reason(e));
        }
    }

    private static String place(JacksonException e) {
        String path = e instanceof JsonMappingException mapping ? path(mapping) : "";
        JsonLocation location = e.getLocation();
        // An unknown key is noticed when its object is complete: the line would be that of the object's end.
        boolean lineKnown =
                location != null && location.getLineNr() > 0 && !(e instanceof UnrecognizedPropertyException);
        if (!lineKnown) {
            return path;
        }
        return "Zeile " + location.getLineNr() + (path.isEmpty() ? "" : ", " + path);
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String reason(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unbekannter Schlüssel „%s“ (erlaubt: %s)"
                    .formatted(
                            unknown.getPropertyName(),
                            unknown.getKnownPropertyIds().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        if (e instanceof InvalidFormatException wrong) {
            return "„%s“ ist %s".formatted(wrong.getValue(), expected(wrong.getTargetType()));
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamReadException syntax) {
                Matcher duplicate = DUPLICATE.matcher(syntax.getOriginalMessage());
                return duplicate.find()
                        ? "der Schlüssel „%s“ steht hier doppelt".formatted(duplicate.group(1))
                        : "kein gültiges YAML (" + firstLine(syntax) + ")";
            }
        }
        if (e instanceof MismatchedInputException wrong) {
            return "der Wert ist " + expected(wrong.getTargetType());
        }
        return "nicht lesbar (" + firstLine(e) + ")";
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "von falscher Art";
        }
        if (type == LocalDate.class) {
            return "kein Datum (JJJJ-MM-TT)";
        }
        if (type.isEnum()) {
            return "nicht erlaubt (erlaubt: "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))
                    + ")";
        }
        if (type == Integer.class) {
            return "keine ganze Zahl";
        }
        if (type == boolean.class) {
            return "weder true noch false";
        }
        return "von falscher Art";
    }

    private static String firstLine(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("");
    }
}
