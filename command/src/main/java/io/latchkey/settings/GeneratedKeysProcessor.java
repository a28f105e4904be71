package io.latchkey.settings;

import io.latchkey.secret.KeyFile;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertiesPropertySource;

/** Outside production, keys that nobody configured are made on the first start and kept in the data directory. */
final class GeneratedKeysProcessor implements EnvironmentPostProcessor, Ordered {
    private static final String KEYS = "latchkey.keys.";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (isProduction(environment) || configured(environment)) {
            return;
        }
        var file = Path.of(environment.getProperty("latchkey.data", "data")).resolve("keys.properties");
        environment.getPropertySources().addLast(new PropertiesPropertySource("keys", KeyFile.loadOrCreate(file)));
    }

    private static boolean isProduction(ConfigurableEnvironment environment) {
        return Arrays.asList(environment.getActiveProfiles()).contains("production");
    }

    private static boolean configured(ConfigurableEnvironment environment) {
        return environment.containsProperty(KEYS + "kek");
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
