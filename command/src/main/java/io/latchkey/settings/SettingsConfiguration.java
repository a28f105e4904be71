package io.latchkey.settings;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The settings, refused before they are used. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LatchkeyProperties.class)
public class SettingsConfiguration {
    @Bean
    CheckedSettings checkedSettings(LatchkeyProperties settings, Environment environment) {
        if (List.of(environment.getActiveProfiles()).contains("production")) {
            ProductionChecks.requireKeys(environment);
        }
        new Checks(settings, environment).run();
        return new CheckedSettings(settings);
    }
}
