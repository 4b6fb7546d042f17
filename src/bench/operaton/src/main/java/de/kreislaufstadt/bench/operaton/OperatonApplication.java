package de.kreislaufstadt.bench.operaton;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The engine as its starter gives it to everybody. */
@SpringBootApplication
public class OperatonApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(OperatonApplication.class, arguments);
    }
}
