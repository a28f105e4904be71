package io.latchkey.api;

import io.latchkey.store.StoreConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The program: one jar, whose roles decide what a node does. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    StoreConfiguration.class,
    AxonServerHealth.class,
    Awakening.class,
    ProcessorsHealth.class,
    HistoryHealth.class,
    Roles.class
})
public class LatchkeyApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(LatchkeyApplication.class, arguments);
    }
}
