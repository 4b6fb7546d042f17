package de.kreislaufstadt.website;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.released.ReleasedParts.Indicator;
import de.kreislaufstadt.released.ReleasedParts.Observation;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.apache.batik.anim.dom.SVGDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.w3c.dom.Element;

/** Draws the course of an indicator with its goal. The table beside it says the same; the picture only shows the direction. */
final class IndicatorChart {

    static final int WIDTH = 680;
    static final int HEIGHT = 300;

    /** Told apart by their brightness and by dots and dashes, too. */
    private static final Color COURSE = new Color(0x0b6b4f);

    private static final Color GOAL = new Color(0x8a4b00);
    private static final Color INK = new Color(0x1d2a26);
    private static final float DASH = 8f;

    private IndicatorChart() {}

    /** @return the values that are numbers, oldest first */
    static List<Observation> numbers(Indicator indicator) {
        return indicator.values().stream()
                .filter(value -> value.value() != null && value.day() != null)
                .sorted(Comparator.comparing(Observation::day))
                .toList();
    }

    /** @return the picture as SVG */
    static String svg(Indicator indicator, Words words) {
        var document = SVGDOMImplementation.getDOMImplementation()
                .createDocument(SVGDOMImplementation.SVG_NAMESPACE_URI, "svg", null);
        SVGGraphics2D graphics = new SVGGraphics2D(document);
        chart(indicator, words).paint(graphics, WIDTH, HEIGHT);
        Element root = document.getDocumentElement();
        graphics.getRoot(root);
        root.setAttribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
        StringWriter text = new StringWriter();
        try {
            graphics.stream(root, text, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Readers have fonts of their own, and pictures are read without asking anybody for a definition of their kind.
        return text.toString()
                .replaceFirst("<!DOCTYPE[^>]*>", "")
                .replaceAll("font-family=\"[^\"]*\"", "font-family=\"system-ui, sans-serif\"");
    }

    private static XYChart chart(Indicator indicator, Words words) {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).build();
        Font font = PictureFont.of(13);
        chart.getStyler()
                .setDatePattern("MM/yyyy")
                .setTimezone(TimeZone.getTimeZone(ZoneOffset.UTC))
                .setLocale(ReadersLanguage.numbers())
                .setBaseFont(font)
                .setLegendFont(font)
                .setChartFontColor(INK)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setLegendPosition(LegendPosition.OutsideS)
                .setChartTitleVisible(false);
        chart.getStyler().setAxisTickLabelsFont(font).setPlotBorderVisible(false);
        List<Observation> numbers = numbers(indicator);
        add(
                chart,
                indicator.name(),
                numbers.stream().map(Observation::day).toList(),
                numbers.stream().map(value -> (Number) value.value()).toList(),
                COURSE);
        if (indicator.goal() != null) {
            LocalDate first = numbers.get(0).day();
            LocalDate last = indicator.targetYear() == null
                    ? numbers.get(numbers.size() - 1).day()
                    : LocalDate.of(indicator.targetYear(), 12, 31);
            add(
                            chart,
                            words.text("indicator.goal", words.number(indicator.goal())),
                            List.of(
                                    first,
                                    last.isAfter(first)
                                            ? last
                                            : numbers.get(numbers.size() - 1).day()),
                            List.of(indicator.goal(), indicator.goal()),
                            GOAL)
                    .setMarker(SeriesMarkers.NONE)
                    .setLineStyle(new BasicStroke(
                            2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {DASH, DASH}, 0));
        }
        return chart;
    }

    private static XYSeries add(
            XYChart chart, String name, List<LocalDate> days, List<? extends Number> values, Color colour) {
        List<Date> moments = new ArrayList<>();
        days.forEach(
                day -> moments.add(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant())));
        XYSeries series = chart.addSeries(name, moments, List.copyOf(values));
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setLineColor(colour);
        series.setMarkerColor(colour);
        return series;
    }
}
