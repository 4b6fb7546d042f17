package de.kreislaufstadt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What everybody reads without signing in: pages and API under load, fresh at once on two nodes, and open data from little memory. */
final class PublicData {

    private static final int FEW = 1_000;
    private static final int MANY = 10_000;

    private final Servers servers;
    private final Figures figures;
    private final Bars bars;
    private final Map<String, Object> facts = new LinkedHashMap<>();

    PublicData(Servers servers, Figures figures, Bars bars) {
        this.servers = servers;
        this.figures = figures;
        this.bars = bars;
    }

    void measure() throws IOException, InterruptedException {
        List<PublishedCity> cities = PublishedCity.of(servers, FEW, MANY);
        PublishedCity large = cities.get(1);
        facts.put("published measures", large.measures());
        Path files = Files.createTempDirectory("bench-files");
        List<String> heap = List.of(Servers.USUAL_HEAP);
        try (Server node = large.start("published", heap, PublicPages.handingOut(files))) {
            PublicPages pages = new PublicPages(large, files);
            pages.measure(node);
            pages.judge(bars);
            facts.putAll(pages.describe());
            Server other = large.start("published-beside", heap, Map.of());
            Freshness freshness = new Freshness(large);
            try {
                freshness.measure(node, other);
                freshness.judge(bars);
            } finally {
                facts.putAll(freshness.describe());
                other.close();
            }
        }
        for (PublishedCity city : cities) {
            OpenDataFiles data = new OpenDataFiles(city, figures);
            data.measure();
            data.judge(bars);
            facts.putAll(data.describe());
        }
    }

    Map<String, Object> describe() {
        return facts;
    }
}
