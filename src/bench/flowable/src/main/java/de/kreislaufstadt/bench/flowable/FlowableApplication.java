package de.kreislaufstadt.bench.flowable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The engine as its starters give it to everybody. */
@SpringBootApplication
public class FlowableApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(FlowableApplication.class, arguments);
    }
}
