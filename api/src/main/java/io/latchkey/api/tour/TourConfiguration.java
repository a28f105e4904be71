package io.latchkey.api.tour;

import io.latchkey.api.FirstStart;
import io.latchkey.settings.CannotStart;
import java.net.URI;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Started with {@code --tour}; never in production. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("tour")
public class TourConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(TourConfiguration.class);

    @Bean
    ApplicationListener<ApplicationReadyEvent> tour(FirstStart firstStart, Clock clock, Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new CannotStart("--tour makes accounts of its own: leave it out in production.");
        }
        return ready -> {
            var port = environment.getProperty("local.server.port", "8080");
            var tour = new Tour(URI.create("http://127.0.0.1:" + port), clock, System.out);
            Thread.ofPlatform().daemon().name("tour").start(() -> run(tour, firstStart));
        };
    }

    private static void run(Tour tour, FirstStart firstStart) {
        try {
            tour.run(firstStart.bootstrapToken());
        } catch (RuntimeException failed) {
            LOG.error("The tour could not go on: {}", failed.getMessage());
        }
    }
}
