package de.kreislaufstadt.association;

import de.kreislaufstadt.workshop.MemberCities;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Members of the association take part in each other's workshops. */
@Component
class WorkshopMembers implements MemberCities {

    private final Association association;

    WorkshopMembers(Association association) {
        this.association = association;
    }

    @Override
    public List<City> on(LocalDate day) {
        return association.members(day).stream()
                .map(member -> new City(member.municipality(), member.name()))
                .toList();
    }
}
