package de.kreislaufstadt.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one workplace of the test run to every test that asks for it; application and browser end after the last one. */
class WithWorkplace implements ParameterResolver, AfterTestExecutionCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Workplace.class;
    }

    /** Whatever a test is about: no text has run as a script. Leaves pictures of all windows of a test that has failed. */
    @Override
    public void afterTestExecution(ExtensionContext test) {
        Workplace workplace =
                test.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).get(Workplace.class, Workplace.class);
        if (workplace == null) {
            return;
        }
        if (test.getExecutionException().isPresent()) {
            workplace.photograph("fehler-" + test.getRequiredTestMethod().getName());
        }
        assertThat(workplace.whatHasRun()).as("what texts have done").isEmpty();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Workplace.class, key -> open(), Workplace.class);
    }

    Workplace open() {
        return Workplace.open();
    }
}
