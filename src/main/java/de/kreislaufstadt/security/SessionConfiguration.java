package de.kreislaufstadt.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.server.Cookie;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/** Whoever asks for the session of a request gets one that every node knows. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    @Bean
    HttpSessionIdResolver sessionCookie(ServerProperties server) {
        Cookie settings = server.getServlet().getSession().getCookie();
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(Optional.ofNullable(settings.getName()).orElse("JSESSIONID"));
        // The id is written in letters that a cookie may have.
        cookie.setUseBase64Encoding(false);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        // Unless it is set, it is what the request came by, as a proxy forwards it.
        Optional.ofNullable(settings.getSecure()).ifPresent(cookie::setUseSecureCookie);
        return new SessionCookie(cookie);
    }

    /** Nothing is handed from one page to the next by a session; the framework's own would read one with every public page. */
    @Bean(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
    FlashMapManager nothingFromPageToPage() {
        return new AbstractFlashMapManager() {
            @Override
            protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
                return List.of();
            }

            @Override
            protected void updateFlashMaps(
                    List<FlashMap> flashMaps, HttpServletRequest request, HttpServletResponse response) {
                throw new IllegalStateException("No page hands anything on by a session");
            }
        };
    }
}
