package de.kreislaufstadt.journey;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one journey of the test run to every test that asks for it; the application stops with the run. */
final class WithJourney implements ParameterResolver {

    private static final Journey JOURNEY = new Journey();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Journey.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return JOURNEY;
    }
}
