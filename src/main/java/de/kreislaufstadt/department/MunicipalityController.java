package de.kreislaufstadt.department;

import de.kreislaufstadt.process.web.AdministrationTab;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the tab Kommunen of the page Verwaltung asks. */
@RestController
@RequestMapping(AdministrationTab.ROOT + "/" + MunicipalitiesTab.KEY)
class MunicipalityController {

    private final MunicipalityDesk desk;

    MunicipalityController(MunicipalityDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    List<MunicipalityDesk.Row> all() {
        return desk.all();
    }
}
