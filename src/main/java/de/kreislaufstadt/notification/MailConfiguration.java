package de.kreislaufstadt.notification;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** Templates of the mails. What must be set where there is a mail server is looked at when the application starts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class MailConfiguration {

    @Bean
    MailServer mailServer(ObjectProvider<JavaMailSenderImpl> settings) {
        return new MailServer(settings.getIfAvailable());
    }

    @Bean
    SpringResourceTemplateResolver mailTexts(ApplicationContext context) {
        return resolver(context, "mail/*.txt", TemplateMode.TEXT, 1);
    }

    @Bean
    SpringResourceTemplateResolver mailPages(ApplicationContext context) {
        return resolver(context, "mail/*.html", TemplateMode.HTML, 2);
    }

    private static SpringResourceTemplateResolver resolver(
            ApplicationContext context, String names, TemplateMode mode, int order) {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix("classpath:/templates/");
        resolver.getResolvablePatternSpec().addPattern(names);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(order);
        return resolver;
    }
}
