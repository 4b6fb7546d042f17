package de.kreislaufstadt.department;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What to know before a file is applied because of which a member of the association cannot be asked anything. */
@Component
class MemberHints {

    private final Cities cities;
    private final Clock clock;

    MemberHints(Cities cities, Clock clock) {
        this.cities = cities;
        this.clock = clock;
    }

    /** Why nobody of a member gets the association's questions. Both are allowed. */
    enum Kind {
        /** The member works in no municipality of this installation. */
        NOT_HERE,
        /** No department of the city has the role. */
        NO_COORDINATOR
    }

    /** @param member name */
    record Hint(Kind kind, String member) {}

    /**
     * @param applied what is about to be applied
     * @param association file of the association that holds now; empty where there is none
     */
    List<Hint> of(MunicipalityRegister.Checked applied, Optional<MunicipalityFile> association) {
        if (applied.city().association()) {
            return members(applied.file())
                    .flatMap(member -> hint(member, cities.find(member.municipality())))
                    .toList();
        }
        return association.stream()
                .flatMap(this::members)
                .filter(member -> member.municipality().equals(applied.city().id()))
                .flatMap(member -> hint(member, Optional.of(applied.city())))
                .toList();
    }

    /** @return those that are members or will be; who has come back once */
    private Stream<AssociationFile.Member> members(MunicipalityFile file) {
        LocalDate today = LocalDate.now(clock);
        return file.association().members().stream()
                .filter(member -> member.lastDay() == null || !member.lastDay().isBefore(today));
    }

    private Stream<Hint> hint(AssociationFile.Member member, Optional<City> city) {
        LocalDate today = LocalDate.now(clock);
        if (city.isEmpty() || city.get().hasEndedBy(today)) {
            return Stream.of(new Hint(Kind.NOT_HERE, member.name()));
        }
        return city.get().holderOf(Role.ASSOCIATION_COORDINATION.name(), today).isEmpty()
                ? Stream.of(new Hint(Kind.NO_COORDINATOR, member.name()))
                : Stream.empty();
    }
}
