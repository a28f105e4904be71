package io.latchkey.api;

import io.latchkey.query.QueryConfiguration;
import io.latchkey.settings.Role;
import io.latchkey.store.CommandConfiguration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Brings in the configuration of the roles this node has, and nothing of the others. */
final class Roles implements ImportSelector, EnvironmentAware {
    private static final List<Role> ALL = List.of(Role.values());

    private Binder binder = new Binder();

    @Override
    public void setEnvironment(Environment environment) {
        binder = Binder.get(environment);
    }

    @Override
    public String[] selectImports(AnnotationMetadata importer) {
        var roles = Set.copyOf(
                binder.bind("latchkey.roles", Bindable.listOf(Role.class)).orElse(ALL));
        var quiet = roles.contains(Role.API) ? Stream.<Class<?>>empty() : Stream.<Class<?>>of(QuietConfiguration.class);
        return Stream.concat(roles.stream().sorted().map(Roles::configurationOf), quiet)
                .map(Class::getName)
                .toArray(String[]::new);
    }

    private static Class<?> configurationOf(Role role) {
        return switch (role) {
            case COMMAND -> CommandConfiguration.class;
            case QUERY -> QueryConfiguration.class;
            case API -> ApiConfiguration.class;
        };
    }
}
