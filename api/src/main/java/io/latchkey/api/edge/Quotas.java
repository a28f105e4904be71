package io.latchkey.api.edge;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of one client: an IPv4 address or an IPv6 network of 64 bits.
 *
 * @param guessesPerFiveMinutes wrong proofs in five minutes
 * @param guessesPerHour wrong proofs in an hour
 * @param startsPerFiveMinutes registrations, sign-ins and recoveries begun in five minutes
 */
@ConfigurationProperties("latchkey.limits")
record Quotas(
        @DefaultValue("10") int guessesPerFiveMinutes,
        @DefaultValue("50") int guessesPerHour,
        @DefaultValue("120") int startsPerFiveMinutes) {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);

    Client client(TimeMeter time) {
        return new Client(
                List.of(
                        new Quota("ip-burst", guessesPerFiveMinutes, FIVE_MINUTES, time),
                        new Quota("ip-hour", guessesPerHour, HOUR, time)),
                new Quota("ip-starts", startsPerFiveMinutes, FIVE_MINUTES, time));
    }
}
