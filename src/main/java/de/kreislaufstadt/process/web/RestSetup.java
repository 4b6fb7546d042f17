package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.engine.RestResources;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts our gate and our answers into the engine's REST API before it starts, hence as early as a bean can act. */
@Configuration
class RestSetup {

    @Bean
    static BeanFactoryPostProcessor ownRestAnswers() {
        return beans -> RestResources.answerWith(RestProviders.CLASSES);
    }
}
