package de.kreislaufstadt.measure;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Actor;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.StartHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Creates a measure with its number and the first version of its record. */
@Component
class ProposeMeasure implements StartHandler<MeasureForm> {

    private final MeasureFields fields;
    private final FieldsOfAction fieldsOfAction;
    private final MeasureNumbers numbers;
    private final MeasureTable measures;
    private final VersionWriter versions;
    private final DepartmentDirectory departments;
    private final Municipalities municipalities;
    private final Clock clock;
    private final Texts texts = Texts.of("measure");

    ProposeMeasure(
            MeasureFields fields,
            FieldsOfAction fieldsOfAction,
            MeasureNumbers numbers,
            MeasureTable measures,
            VersionWriter versions,
            DepartmentDirectory departments,
            Municipalities municipalities,
            Clock clock) {
        this.fields = fields;
        this.fieldsOfAction = fieldsOfAction;
        this.numbers = numbers;
        this.measures = measures;
        this.versions = versions;
        this.departments = departments;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    @Override
    public String startEvent() {
        return "propose-measure";
    }

    @Override
    public Class<MeasureForm> form() {
        return MeasureForm.class;
    }

    @Override
    public Map<String, ?> prefill(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        String proposal = texts.german("measure.propose.source");
        Map<String, Object> data = new HashMap<>();
        Map<String, Object> statement = Map.of("source", proposal, "asOf", today.toString());
        List.of("renewableEnergy", "replacedEnergy", "co2", "cost").forEach(field -> data.put(field, statement));
        data.put("source", Map.of("document", proposal, "asOf", today.toString()));
        if (actor.departments().size() == 1) {
            data.put("lead", actor.departments().get(0));
        }
        return data;
    }

    @Override
    public Map<String, List<Option>> options(Actor actor) {
        Map<String, List<Option>> options = new HashMap<>(fields.options(actor.municipality()));
        options.put(
                "ownDepartments",
                actor.departments().stream()
                        .map(key -> new Option(key, departments.nameOf(actor.municipality(), key)))
                        .toList());
        return options;
    }

    /** What begins now would not be over by then, and a municipality does not end while something runs. */
    private static void refuseAtTheEnd(LocalDate lastDay) {
        throw FormRefused.at(
                "title", "measure.municipalityEnds", lastDay.format(DateTimeFormatter.ofPattern("dd.MM.yyyy")));
    }

    @Override
    public Started start(Actor actor, MeasureForm form) {
        if (municipalities.isAssociation(actor.municipality())) {
            throw FormRefused.at("title", "measure.notOfTheAssociation");
        }
        MeasureRecord content = form.toRecord();
        fields.check(form, form.lead());
        municipalities.lastDay(actor.municipality()).ifPresent(ProposeMeasure::refuseAtTheEnd);
        String prefix = fieldsOfAction
                .get(actor.municipality(), content.outline().fieldOfAction())
                .prefix();
        String number = numbers.next(actor.municipality(), prefix);
        UUID id = UUID.randomUUID();
        measures.create(actor.municipality(), id, number, form.lead(), MeasureState.PROPOSED, null, actor.user());
        versions.append(actor.municipality(), id, form.lead(), content, form.source(), actor.user());
        return new Started(number, Outcome.of("measureId", id).and("lead", form.lead()));
    }
}
