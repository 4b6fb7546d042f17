package de.kreislaufstadt.paper;

import de.kreislaufstadt.paper.Paper.Chart;
import de.kreislaufstadt.paper.Paper.Series;
import java.awt.Color;
import java.awt.Font;
import java.io.StringWriter;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.anim.dom.SVGDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Draws a paper's charts. Every bar carries its number, so that nothing hangs on a colour. */
@Component
class PaperCharts {

    private static final int WIDTH = 680;
    private static final int HEIGHT = 300;

    /** Told apart by their brightness, too. */
    private static final Color[] BARS = {new Color(0x1f4e5f), new Color(0xe0a458)};

    private static final Color INK = new Color(0x222222);

    /** @return the chart as an SVG element */
    String draw(Chart chart) {
        Document document = SVGDOMImplementation.getDOMImplementation()
                .createDocument(SVGDOMImplementation.SVG_NAMESPACE_URI, "svg", null);
        SVGGraphics2D graphics = new SVGGraphics2D(document);
        chart(chart).paint(graphics, WIDTH, HEIGHT);
        Element root = document.getDocumentElement();
        graphics.getRoot(root);
        root.setAttribute("width", Integer.toString(WIDTH));
        root.setAttribute("height", Integer.toString(HEIGHT));
        return written(root);
    }

    private static CategoryChart chart(Chart wanted) {
        CategoryChart chart =
                new CategoryChartBuilder().width(WIDTH).height(HEIGHT).build();
        CategoryStyler styler = chart.getStyler();
        Font font = PaperFonts.forCharts(11);
        styler.setBaseFont(font)
                .setLegendFont(font)
                .setChartFontColor(INK)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setSeriesColors(BARS)
                .setLegendVisible(wanted.series().size() > 1)
                .setLegendPosition(LegendPosition.OutsideS)
                .setChartTitleVisible(false);
        styler.setAxisTickLabelsFont(font)
                .setXAxisLabelRotation(wanted.categories().size() > 6 ? 35 : 0)
                .setPlotGridVerticalLinesVisible(false)
                .setPlotBorderVisible(false);
        styler.setLabelsVisible(true)
                .setLabelsFont(font)
                .setLabelsFontColor(INK)
                .setLabelsPosition(1.05);
        styler.setAvailableSpaceFill(0.6);
        styler.setYAxisDecimalPattern("#,##0");
        for (Series series : wanted.series()) {
            chart.addSeries(series.name(), wanted.categories(), List.copyOf(series.values()));
        }
        return chart;
    }

    private static String written(Element svg) {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(svg), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
