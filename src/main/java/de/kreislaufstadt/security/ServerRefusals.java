package de.kreislaufstadt.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Gives the headers of {@link AnswerHeaders} to what the server itself refuses, before any filter is asked: broken lines and heads
 * without end.
 */
@Component
class ServerRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Headers());
    }

    private static final class Headers extends ValveBase {

        private Headers() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
                AnswerHeaders.STRICTEST.forEach(response::setHeader);
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
            getNext().invoke(request, response);
        }
    }
}
