package de.kreislaufstadt.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Figures as drawings that grow with the page, in a folder of their own. */
final class Plots {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 440;
    private static final int NAMED = 10;

    /** Told apart also by those who see no difference between red and green. */
    private static final Color[] COLOURS = {
        new Color(0x00, 0x72, 0xB2),
        new Color(0xE6, 0x9F, 0x00),
        new Color(0xD5, 0x5E, 0x00),
        new Color(0x00, 0x9E, 0x73),
        new Color(0xCC, 0x79, 0xA7),
        new Color(0x56, 0xB4, 0xE9),
        new Color(0x00, 0x00, 0x00),
        new Color(0x99, 0x73, 0x00),
        new Color(0x66, 0x66, 0xCC),
        new Color(0x80, 0x00, 0x40)
    };

    /** One colour each, whoever else is drawn. */
    private static final List<String> CANDIDATES =
            List.of(Contender.PRODUCT, Contender.STOCK, Contender.GUARDED, "operaton", "flowable", "cibseven");

    private static final Color MANY = new Color(0xC0, 0xC0, 0xC0);

    private static final Pattern DECIMALS = Pattern.compile("(\\.\\d\\d)\\d+");

    private final Path folder;

    Plots() throws IOException {
        this.folder = Files.createDirectories(Path.of(System.getProperty("results"), "plots"));
    }

    /** @param values by candidate and by what is on the axis; drawn is the median of what was measured */
    void bars(String file, String title, String axis, Map<String, Figures> values) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(axis)
                .build();
        style(chart.getStyler());
        chart.getStyler().setAvailableSpaceFill(0.85);
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
        chart.getStyler().setLabelsPosition(1);
        chart.getStyler().setYAxisMin(0.0);
        values.forEach((name, figures) -> {
            List<String> groups = List.copyOf(figures.samples().keySet());
            chart.addSeries(
                            name,
                            groups,
                            groups.stream()
                                    .map(group -> Math.round(figures.median(group) * 10) / 10.0)
                                    .toList())
                    .setFillColor(colour(name));
        });
        save(chart, file);
    }

    /** @param values milliseconds by candidate, one for each size; both axes grow in powers of ten */
    void lines(String file, String title, String sizesOf, List<Integer> sizes, Map<String, List<Double>> values)
            throws IOException {
        XYChart chart = logarithmic(title, sizesOf, "milliseconds, 95 of 100 are faster");
        values.forEach((name, figures) -> {
            XYSeries series = chart.addSeries(name, sizes, figures);
            series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour(name)).setLineStyle(new BasicStroke(2));
            series.setLineColor(colour(name));
        });
        // Only powers of ten are written at the axis: without one below and one above there may be none.
        DoubleSummaryStatistics all = values.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        chart.getStyler().setYAxisMin(Math.pow(10, Math.floor(Math.log10(all.getMin()))));
        chart.getStyler().setYAxisMax(Math.pow(10, Math.ceil(Math.log10(all.getMax()))));
        save(chart, file);
    }

    private static Color colour(String candidate) {
        return COLOURS[CANDIDATES.indexOf(candidate)];
    }

    /**
     * The ten operations that grow most have a name and a colour.
     *
     * @param values by operation, one for each size; both axes grow in powers of ten
     */
    void growth(String file, String title, String axis, List<Integer> sizes, Map<String, List<Double>> values)
            throws IOException {
        XYChart chart = logarithmic(title, "measures in all municipalities", axis);
        List<String> most = values.keySet().stream()
                .sorted(Comparator.comparingDouble(name -> -Growth.exponent(sizes, values.get(name))))
                .limit(NAMED)
                .toList();
        values.forEach((name, figures) -> {
            if (!most.contains(name)) {
                XYSeries series = chart.addSeries(name, sizes, figures);
                series.setMarker(SeriesMarkers.NONE).setLineStyle(new BasicStroke(1));
                series.setLineColor(MANY);
                series.setShowInLegend(false);
            }
        });
        List<Color> colours = new ArrayList<>(List.of(COLOURS));
        most.forEach(name -> {
            Color colour = colours.remove(0);
            String legend = String.format(Locale.ROOT, "%.2f  %s", Growth.exponent(sizes, values.get(name)), name);
            XYSeries series = chart.addSeries(legend, sizes, values.get(name));
            series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour).setLineStyle(new BasicStroke(2));
            series.setLineColor(colour);
        });
        save(chart, file);
    }

    private static XYChart logarithmic(String title, String sizesOf, String axis) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(sizesOf)
                .yAxisTitle(axis)
                .build();
        style(chart.getStyler());
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setMarkerSize(6);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(Plots::whole);
        chart.getStyler().setYAxisTickLabelsFormattingFunction(Plots::whole);
        return chart;
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.2f" : "%,.0f", value);
    }

    private static void style(AxesChartStyler styler) {
        styler.setLegendPosition(LegendPosition.OutsideE);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(new Color(0xDD, 0xDD, 0xDD));
        styler.setSeriesColors(COLOURS);
        styler.setLocale(Locale.ROOT);
    }

    /** Letters are drawn as shapes; a hundredth of a point is enough for them. */
    private void save(IChart chart, String file) throws IOException {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        VectorGraphicsEncoder.saveVectorGraphic(chart, drawn, VectorGraphicsFormat.SVG);
        Files.writeString(
                folder.resolve(file),
                DECIMALS.matcher(drawn.toString(StandardCharsets.UTF_8)).replaceAll("$1"));
    }
}
