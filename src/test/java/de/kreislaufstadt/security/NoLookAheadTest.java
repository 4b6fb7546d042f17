package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.handler.HandlerMappingIntrospector;

/** Nobody looks up which controller will answer a request before it is let in. */
@ApplicationTest
class NoLookAheadTest {

    @Autowired
    HandlerMappingIntrospector introspector;

    @Test
    void aRequestGoesOnWithNothingLookedUp() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/engine-rest/task");
        MockFilterChain chain = new MockFilterChain();

        introspector.createCacheFilter().doFilter(request, new MockHttpServletResponse(), chain);

        assertThat(chain.getRequest()).isSameAs(request);
        assertThat(Collections.list(request.getAttributeNames())).isEmpty();
    }
}
