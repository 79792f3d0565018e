package io.sampan.windows.frame;

import io.sampan.people.identity.Role;
import io.sampan.people.identity.Sessions;
import io.sampan.people.language.Languages;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** One slim chain of filters for all windows. No HTTP session exists; who is there comes from our own cookie at every request. */
@Configuration(proxyBeanMethods = false)
class Security {
    private final Doorkeeper doorkeeper;
    private final ErrorPages errors;
    private final SignInAndSendAgain again;

    Security(
            Cookies cookies,
            Sessions sessions,
            Languages languages,
            ErrorPages errors,
            SafetyHeaders headers,
            SignInAndSendAgain again) {
        this.doorkeeper = new Doorkeeper(cookies, sessions, languages, errors, headers);
        this.errors = errors;
        this.again = again;
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .addFilterBefore(doorkeeper, AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access((who, what) -> new AuthorizationDecision(mayPass(who, what.getRequest()))))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, why) -> turnAway(request, response))
                        .accessDeniedHandler((request, response, why) -> turnAway(request, response)))
                .build();
    }

    /** Nobody signs in through Spring's own forms, so it needs no users of its own. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new BadCredentialsException("Sign in at the shop's own page");
        };
    }

    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Asking who somebody is throws for those who have not signed in, which leads them to the door of {@link #turnAway}. */
    private static boolean mayPass(Supplier<? extends @Nullable Authentication> who, HttpServletRequest request) {
        return switch (Gate.of(request.getRequestURI())) {
            case EVERYBODY -> true;
            case SIGNED_IN -> who.get() != null;
            case OPERATORS -> isOperator(who.get());
            case NOBODY -> false;
        };
    }

    private static boolean isOperator(@Nullable Authentication who) {
        return who != null
                && who.getAuthorities().stream()
                        .anyMatch(a -> Role.OPERATOR.name().equals(a.getAuthority()));
    }

    /** Who could come in by signing in is asked to, and comes back here with what they typed; all others are told that there is no such page. */
    private void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean stranger = Visitor.find(request).filter(Visitor::isSignedIn).isEmpty();
        var audience = Gate.of(request.getRequestURI());
        if (stranger && (audience == Gate.Audience.SIGNED_IN || audience == Gate.Audience.OPERATORS)) {
            var sent = again.of(request);
            if (sent.isPresent()) {
                again.show(request, response, sent.get());
                return;
            }
            var back = request.getMethod().equals("GET") ? pathAndQuery(request) : "/";
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    HttpHeaders.LOCATION, "/sign-in?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        } else {
            errors.show(request, response, HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String pathAndQuery(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
