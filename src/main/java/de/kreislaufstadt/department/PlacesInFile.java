package de.kreislaufstadt.department;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the line of a place that a refusal names, so that the editor can go there. */
final class PlacesInFile {

    private static final Pattern LINE = Pattern.compile("Zeile (\\d+)");
    private static final Pattern BY_KEY = Pattern.compile("^departments \\(([^)]+)\\)(.*)$");

    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Integer> departments = new HashMap<>();

    private PlacesInFile() {}

    /**
     * @param place as {@link MunicipalityFileRefused#place()} has it
     * @return line from 1 on; the nearest place around it where it is missing itself, 1 where nothing of it is there
     */
    static int line(String text, String place) {
        Matcher named = LINE.matcher(place);
        if (named.find()) {
            return Integer.parseInt(named.group(1));
        }
        PlacesInFile places = new PlacesInFile();
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            places.read(parser);
        } catch (IOException e) {
            return 1;
        }
        return places.find(place);
    }

    private void read(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            String path = parser.getParsingContext()
                    .pathAsPointer()
                    .toString()
                    .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                    .replace('/', '.')
                    .replaceFirst("^\\.", "");
            lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
            if (token == JsonToken.VALUE_STRING && path.matches("departments\\[\\d+]\\.key")) {
                departments.putIfAbsent(parser.getText(), Integer.valueOf(path.replaceAll("\\D", "")));
            }
        }
    }

    private int find(String place) {
        String path = place;
        Matcher byKey = BY_KEY.matcher(place);
        if (byKey.matches()) {
            path = "departments[" + departments.getOrDefault(byKey.group(1), 0) + "]" + byKey.group(2);
        }
        path = path.replaceAll(" \\([^)]*\\)", "");
        while (!path.isEmpty()) {
            Integer line = lines.get(path);
            if (line != null) {
                return line;
            }
            path = path.replaceFirst("(\\.[^.\\[]*|\\[\\d+]|^[^.\\[]*)$", "");
        }
        return 1;
    }
}
