package de.kreislaufstadt.website;

import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedParts.Indicator;
import de.kreislaufstadt.released.ReleasedParts.Observation;
import java.util.ArrayList;
import java.util.List;

/**
 * An indicator with its values, and where its picture is.
 *
 * @param goal start and goal in words; empty where neither is stated
 * @param chart address of the picture; null where fewer than two numbers would make one
 * @param summary what the picture says, in words; null without one
 */
public record IndicatorView(Indicator indicator, List<String> goal, String chart, String summary) {

    static List<IndicatorView> of(Entry entry, Links links, Words words) {
        List<IndicatorView> views = new ArrayList<>();
        List<Indicator> indicators = entry.content().indicators();
        for (int i = 0; i < indicators.size(); i++) {
            Indicator indicator = indicators.get(i);
            List<Observation> numbers = IndicatorChart.numbers(indicator);
            boolean drawn = numbers.size() > 1;
            views.add(new IndicatorView(
                    indicator,
                    goal(indicator, words),
                    drawn ? links.chart(entry.slug(), i + 1) : null,
                    drawn ? summary(indicator, numbers, words) : null));
        }
        return List.copyOf(views);
    }

    private static String summary(Indicator indicator, List<Observation> numbers, Words words) {
        Observation first = numbers.get(0);
        Observation last = numbers.get(numbers.size() - 1);
        return words.text(
                "indicator.chart",
                indicator.name(),
                words.number(first.value()),
                words.day(first.day()),
                words.number(last.value()),
                words.day(last.day()));
    }

    private static List<String> goal(Indicator indicator, Words words) {
        List<String> lines = new ArrayList<>();
        String unit = indicator.unit() == null ? "" : " " + indicator.unit();
        if (indicator.start() != null) {
            lines.add(words.text("indicator.start", words.number(indicator.start()) + unit));
        }
        String goal = indicator.goal() == null ? indicator.goalText() : words.number(indicator.goal()) + unit;
        if (goal != null) {
            lines.add(
                    indicator.targetYear() == null
                            ? words.text("indicator.goal", goal)
                            : words.text(
                                    "indicator.goal.year",
                                    goal,
                                    indicator.targetYear().toString()));
        }
        return lines;
    }
}
