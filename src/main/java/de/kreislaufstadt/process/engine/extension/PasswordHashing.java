package de.kreislaufstadt.process.engine.extension;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much work a password is. */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {

    @Bean
    SlowHash slowHash(@Value("${kreislaufstadt.sign-in.password-rounds:" + SlowHash.USUAL_ROUNDS + "}") int rounds) {
        return new SlowHash(rounds);
    }
}
