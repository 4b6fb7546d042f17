package de.kreislaufstadt.security;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** Where the templates of the pages round signing in are. */
@Configuration(proxyBeanMethods = false)
class SignInTemplates {

    private static final int AFTER_THOSE_OF_MAILS_AND_INVITATIONS = 4;

    @Bean
    SpringResourceTemplateResolver signInPageTemplates(ApplicationContext context) {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix("classpath:/templates/");
        resolver.getResolvablePatternSpec().addPattern("signin/*.html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(AFTER_THOSE_OF_MAILS_AND_INVITATIONS);
        return resolver;
    }
}
