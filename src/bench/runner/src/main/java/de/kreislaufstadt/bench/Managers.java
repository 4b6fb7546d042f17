package de.kreislaufstadt.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What managers wait for: pages of Cockpit with ten thousand measures, sixty thousand open tasks and two million ended ones,
 * beside a hundred measures, beside the engine's own REST interface, and the export of a hundred thousand rows.
 */
final class Managers {

    private static final int FEW = 100;
    /** Fewer to try out something; what comes out then says nothing about the bars. */
    private static final int MANY = Integer.getInteger("bench.measures", 10_000);

    private final Servers servers;
    private final Figures figures;
    private final Bars bars;
    private final Machine machine;
    private final Map<String, Object> facts = new LinkedHashMap<>();

    Managers(Servers servers, Figures figures, Bars bars, Machine machine) {
        this.servers = servers;
        this.figures = figures;
        this.bars = bars;
        this.machine = machine;
    }

    void measure() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        List<ManagersCity> cities = ManagersCity.of(servers, FEW, MANY);
        ManagersCity large = cities.get(1);
        facts.put("seconds to fill both", seconds(begin));
        begin = System.nanoTime();
        Server few = cities.get(0).startAndSettle();
        cities.get(0).goesOn(few);
        Server many = large.startAndSettle();
        facts.put("seconds until the product has made its projections and counts", seconds(begin));
        describe(large);
        ManagerPages pages = new ManagerPages(
                figures,
                Map.of(FEW, large.manager(few, ManagersCity.CITY), MANY, large.manager(many, ManagersCity.CITY)),
                FEW,
                MANY);
        pages.measure(machine);
        pages.judge(bars);
        few.close();
        try (Server engine = servers.stockBeside(large.database())) {
            ByTheEngine byTheEngine = new ByTheEngine(new Client(engine.port()), figures, pages, MANY);
            byTheEngine.measure();
            byTheEngine.judge(bars);
        }
        many.close();
        PortfolioExport export = new PortfolioExport(large, figures);
        export.measure();
        export.judge(bars);
        facts.putAll(export.describe());
    }

    private void describe(ManagersCity city) {
        EndedTasks ended = new EndedTasks(city.database(), ManagersCity.CITY, ManagersCity.DEPARTMENTS);
        long copies = city.putRight();
        facts.put("measures", city.measures());
        facts.put("open tasks", city.tasks());
        facts.put("ended tasks", ended.ended());
        facts.put("rows of the engine's history", ended.history());
        facts.put("rows that the product made of what was filled", copies);
    }

    private static long seconds(long begin) {
        return (System.nanoTime() - begin) / 1_000_000_000;
    }

    Map<String, Object> describe() {
        return facts;
    }
}
