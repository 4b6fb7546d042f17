package de.kreislaufstadt.question;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many questions are taken; counted in the database, so that the numbers hold for all nodes together.
 *
 * @param perNetworkAndHour from one network; a household or an office shares one
 * @param perMeasureAndDay about one measure
 * @param perMunicipalityAndDay about all measures of a municipality
 * @param quickest how long people need at least from seeing the form to sending it
 */
@ConfigurationProperties("kreislaufstadt.questions")
record QuestionSettings(
        @DefaultValue("5") int perNetworkAndHour,
        @DefaultValue("30") int perMeasureAndDay,
        @DefaultValue("200") int perMunicipalityAndDay,
        @DefaultValue("3s") Duration quickest) {}
