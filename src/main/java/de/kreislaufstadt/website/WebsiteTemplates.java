package de.kreislaufstadt.website;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** Where the templates of the public pages are. */
@Configuration(proxyBeanMethods = false)
class WebsiteTemplates {

    private static final int AFTER_ALL_OTHERS = 5;

    @Bean
    SpringResourceTemplateResolver websiteTemplatesResolver(ApplicationContext context) {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix("classpath:/templates/");
        resolver.getResolvablePatternSpec().addPattern("website/*.html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(AFTER_ALL_OTHERS);
        return resolver;
    }
}
