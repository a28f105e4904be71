package io.latchkey.store;

import org.axonframework.spring.config.SpringAggregateConfigurer;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * An aggregate is made of events of its own type, so that the id of another kind is an id that nobody has. The annotation of an
 * aggregate has a setting for this, which Axon 4.13.0 does not pass on.
 */
final class OwnEventsOnly implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringAggregateConfigurer<?> aggregate) {
            aggregate.setFilterEventsByType(true);
        }
        return bean;
    }
}
