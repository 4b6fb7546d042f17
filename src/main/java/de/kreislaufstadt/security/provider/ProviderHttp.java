package de.kreislaufstadt.security.provider;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/** How providers are asked: with patience that ends, since somebody waits in front of their screen. */
@Component
class ProviderHttp {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(10);

    private final Duration read;
    private final ProviderPatience patience;

    @Autowired
    ProviderHttp(Clock clock) {
        this(READ, clock);
    }

    /** @param read how long an answer may take */
    ProviderHttp(Duration read, Clock clock) {
        this.read = read;
        this.patience = new ProviderPatience(clock);
    }

    RestOperations operations() {
        RestTemplate operations = new RestTemplate(requests());
        operations.setInterceptors(List.of(patience));
        return operations;
    }

    /** @return a client for the endpoint that gives out tokens */
    RestClient tokens() {
        return RestClient.builder()
                .requestFactory(requests())
                .requestInterceptor(patience)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.addAll(List.of(
                            new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()));
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private SimpleClientHttpRequestFactory requests() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECT);
        requests.setReadTimeout(read);
        return requests;
    }
}
