package de.kreislaufstadt.monitoring.workload;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.rights.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Cockpit's page Auslastung asks for: all departments for those who look everywhere, their own for heads. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/workload")
class WorkloadController {

    private final Workload workload;
    private final Visitors visitors;
    private final DepartmentDirectory departments;

    WorkloadController(Workload workload, Visitors visitors, DepartmentDirectory departments) {
        this.workload = workload;
        this.visitors = visitors;
        this.departments = departments;
    }

    /** @param department key of the department whose history is wanted; all together if it is missing */
    @GetMapping
    ResponseEntity<Workload.Page> page(@RequestParam Optional<String> department) {
        Optional<Login> who = visitors.current().filter(login -> login.tenants().size() == 1);
        return who.map(login -> ResponseEntity.ok(page(login, department.orElse(null))))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }

    private Workload.Page page(Login who, String department) {
        String municipality = who.tenants().get(0);
        boolean everywhere = Role.of(who.groups(), who.tenants()).stream().anyMatch(Role::looksEverywhere);
        List<String> own = departments.ledBy(municipality, who.groups());
        boolean known = everywhere
                ? department == null || departments.isKnown(municipality, department)
                : department == null || own.contains(department);
        if (!known) {
            throw FormRefused.at("department", "times.department");
        }
        return everywhere
                ? workload.everything(municipality, department, who.user())
                : workload.of(municipality, own, department, who.user());
    }
}
