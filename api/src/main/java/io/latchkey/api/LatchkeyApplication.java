package io.latchkey.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** The program: one jar, whose roles decide what a node does. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class LatchkeyApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(LatchkeyApplication.class, arguments);
    }
}
