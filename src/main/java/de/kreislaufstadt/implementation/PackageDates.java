package de.kreislaufstadt.implementation;

import de.kreislaufstadt.process.ItemDates;
import de.kreislaufstadt.process.TaskContext;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Work on a package is due on the package's own end, which a resolved blockage may move. */
@Component
class PackageDates implements ItemDates {

    private final PackageTable packages;

    PackageDates(PackageTable packages) {
        this.packages = packages;
    }

    @Override
    public Optional<LocalDate> date(TaskContext scope, String name) {
        boolean known = "packageEnd".equals(name) && scope.text("packageId") != null;
        return known ? packages.endOf(scope.municipality(), scope.id("packageId")) : Optional.empty();
    }
}
