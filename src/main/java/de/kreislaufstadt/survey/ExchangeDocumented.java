package de.kreislaufstadt.survey;

import java.util.UUID;

/** An exchange in the city group was held and documented; the register of activities is up to date. */
public record ExchangeDocumented(String municipality, UUID measureId, UUID exchangeId) {}
