package de.kreislaufstadt.process.engine.extension;

import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.mapping.ParameterMapping;

/**
 * A statement or a part of one, with the parameters that its question marks stand for: parts can change places or be said
 * twice, and every question mark keeps its value.
 */
record Sql(String text, List<ParameterMapping> parameters) {

    Sql {
        parameters = List.copyOf(parameters);
    }

    static Sql of(String text) {
        return new Sql(text, List.of());
    }

    Sql part(int from, int until) {
        int before = marks(text.substring(0, from));
        String part = text.substring(from, until);
        return new Sql(part, parameters.subList(before, before + marks(part)));
    }

    Sql until(int end) {
        return part(0, end);
    }

    Sql from(int begin) {
        return part(begin, text.length());
    }

    Sql then(Sql next) {
        List<ParameterMapping> all = new ArrayList<>(parameters);
        all.addAll(next.parameters);
        return new Sql(text + next.text, all);
    }

    Sql then(String next) {
        return then(of(next));
    }

    private static int marks(String text) {
        return (int) text.chars().filter(character -> character == '?').count();
    }
}
