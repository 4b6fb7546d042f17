package de.kreislaufstadt.workshop.joint;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page "Gemeinsame Workshops" asks. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/joint-workshops")
class SharedWorkshopsPage {

    private final SharedWorkshopDesk desk;

    SharedWorkshopsPage(SharedWorkshopDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    SharedWorkshopDesk.Overview overview() {
        return desk.overview();
    }

    @GetMapping("/{id}")
    SharedWorkshopDesk.Page workshop(@PathVariable String id) {
        return desk.page(idOf(id));
    }

    /** What is no id names no workshop. */
    private static UUID idOf(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new SharedWorkshopDesk.NoSuchWorkshop();
        }
    }
}
