package de.kreislaufstadt.monitoring.throughput;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Visitors;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Cockpit's page Durchlauf asks for. The matrix of rights says who may. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/throughput")
class ThroughputController {

    /** Periods to choose from: free choice would let one period be subtracted from another. */
    static final Set<Integer> PERIODS = Set.of(3, 6, 12);

    private final Throughput throughput;
    private final Visitors visitors;

    ThroughputController(Throughput throughput, Visitors visitors) {
        this.throughput = throughput;
        this.visitors = visitors;
    }

    @GetMapping
    ResponseEntity<Throughput.Page> page(@RequestParam(defaultValue = "12") int months) {
        if (!PERIODS.contains(months)) {
            throw FormRefused.at("months", "times.period");
        }
        Optional<Login> who = visitors.current().filter(login -> login.tenants().size() == 1);
        return who.map(login ->
                        ResponseEntity.ok(throughput.page(login.tenants().get(0), months)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }
}
