package de.kreislaufstadt.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.imports.SourceField.Kind;
import de.kreislaufstadt.imports.SourceRecord.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the files of the Climate City Contract: lists of objects, token by token, each value of an object as a field of its own.
 * Numbers keep the digits they are written with, since {@code 350.0} and {@code 350} are different findings.
 */
final class JsonRecords {

    private static final int DEEPEST = 10;

    private final String name;
    private final Limits limits;

    private JsonRecords(String name, Limits limits) {
        this.name = name;
        this.limits = limits;
    }

    /**
     * @param name name of the file, for what is refused
     * @throws FormRefused if it is not such a list, or a larger one than the limits allow
     */
    static List<SourceRecord> read(String name, String text, Limits limits) {
        try (JsonParser parser = factory(limits).createParser(text)) {
            return new JsonRecords(name, limits).records(parser);
        } catch (StreamConstraintsException e) {
            throw FormRefused.at("file", "imports.json.tooDeepOrLong", name, limits.characters());
        } catch (JsonProcessingException e) {
            throw FormRefused.at(
                    "file",
                    "imports.json.damaged",
                    name,
                    e.getLocation().getLineNr(),
                    e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory is not readable", e);
        }
    }

    private static JsonFactory factory(Limits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(limits.characters())
                        .maxNameLength(300)
                        .maxNumberLength(40)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private List<SourceRecord> records(JsonParser parser) throws IOException {
        List<List<SourceField>> objects = new ArrayList<>();
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw FormRefused.at("file", "imports.json.noList", name);
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw FormRefused.at("file", "imports.json.noObject", name, objects.size() + 1);
            }
            if (objects.size() == limits.rows()) {
                throw FormRefused.at("file", "imports.file.tooManyRows", name, limits.rows());
            }
            List<SourceField> fields = new ArrayList<>();
            object(parser, "", fields, objects.size() + 1);
            objects.add(fields);
        }
        if (parser.nextToken() != null) {
            throw FormRefused.at("file", "imports.json.noList", name);
        }
        Part part = part(objects);
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            records.add(new SourceRecord(part, i + 1, objects.get(i)));
        }
        return records;
    }

    private void object(JsonParser parser, String path, List<SourceField> fields, int record) throws IOException {
        boolean empty = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            value(parser, path.isEmpty() ? key : path + " / " + key, fields, record);
            empty = false;
        }
        if (empty && !path.isEmpty()) {
            add(fields, new SourceField(path, null, Kind.NOTHING), record);
        }
    }

    private void value(JsonParser parser, String path, List<SourceField> fields, int record) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path, fields, record);
            case START_ARRAY -> list(parser, path, fields, record);
            case VALUE_NULL -> add(fields, new SourceField(path, null, Kind.NOTHING), record);
            case VALUE_STRING -> add(fields, SourceField.text(path, parser.getText()), record);
            case VALUE_TRUE, VALUE_FALSE -> add(fields, new SourceField(path, parser.getText(), Kind.TRUTH), record);
            default -> add(fields, new SourceField(path, parser.getText(), Kind.NUMBER), record);
        }
    }

    private void list(JsonParser parser, String path, List<SourceField> fields, int record) throws IOException {
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            value(parser, path + "[" + index++ + "]", fields, record);
        }
        if (index == 0) {
            add(fields, new SourceField(path, null, Kind.NOTHING), record);
        }
    }

    private void add(List<SourceField> fields, SourceField field, int record) {
        if (fields.size() == limits.columns()) {
            throw FormRefused.at("file", "imports.file.tooManyFields", name, record, limits.columns());
        }
        fields.add(field);
    }

    /** The files say by what is in them which one they are; their names differ from copy to copy. */
    private Part part(List<List<SourceField>> objects) {
        if (has(objects, "Action outline / ")) {
            return Part.MEASURES;
        }
        if (has(objects, "short_title") || has(objects, "cost / ") || has(objects, "state / ")) {
            return Part.ADDITIONAL;
        }
        if (has(objects, "values[") || has(objects, "type")) {
            return Part.PROGRESS;
        }
        throw FormRefused.at("file", "imports.json.unknownShape", name);
    }

    private static boolean has(List<List<SourceField>> objects, String path) {
        return objects.stream()
                .anyMatch(fields -> fields.stream().anyMatch(f -> f.path().startsWith(path)));
    }
}
