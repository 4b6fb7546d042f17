package de.kreislaufstadt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Figures as drawings that grow with the page, in a folder of their own. */
final class Plots {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 420;

    private final Path folder;

    Plots() throws IOException {
        this.folder = Files.createDirectories(Path.of(System.getProperty("results"), "plots"));
    }

    /** @param values by candidate and by what is on the axis, medians of what was measured */
    void bars(String file, String title, String axis, Map<String, Figures> values) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(axis)
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        values.forEach((name, figures) -> {
            List<String> groups = List.copyOf(figures.samples().keySet());
            chart.addSeries(name, groups, groups.stream().map(figures::median).toList());
        });
        VectorGraphicsEncoder.saveVectorGraphic(chart, folder.resolve(file).toString(), VectorGraphicsFormat.SVG);
    }

    /** @param values by operation, one for each size; both axes grow in powers of ten */
    void growth(String file, String title, String axis, List<Integer> sizes, Map<String, List<Double>> values)
            throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("measures")
                .yAxisTitle(axis)
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setYAxisLogarithmic(true);
        values.forEach((name, figures) -> chart.addSeries(name, new ArrayList<>(sizes), figures));
        VectorGraphicsEncoder.saveVectorGraphic(chart, folder.resolve(file).toString(), VectorGraphicsFormat.SVG);
    }
}
