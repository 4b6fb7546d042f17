package de.kreislaufstadt.measure;

/**
 * What the record of a measure says at one moment, in the 14 fields of table B-2.2 of the Climate City Contract and in German
 * words; reported values keep their shape, so that a number stays a number and a missing one its reason.
 *
 * @param lead name of the lead department
 * @param state name of the state
 * @param involved contributing departments and partners; empty where there are none
 * @param costGroup mark of a cost that several measures share; null if the cost is the measure's own
 */
public record ActionOutline(
        String number,
        String title,
        String lead,
        String state,
        String description,
        String type,
        String fieldOfAction,
        String levers,
        String outcome,
        String responsibleBody,
        String scope,
        String involved,
        ReportedValueForm renewableEnergy,
        ReportedValueForm replacedEnergy,
        ReportedValueForm co2,
        ReportedValueForm cost,
        String costGroup) {}
