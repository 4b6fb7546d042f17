package de.kreislaufstadt.bench.stock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The engine as its starter gives it to everybody. */
@SpringBootApplication
public class StockApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(StockApplication.class, arguments);
    }
}
