package io.latchkey.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How messages, tokens and snapshots are written: by their fields, and naming no class but Axon's and ours. */
final class JsonOfMessages implements Jackson3SerializerCustomizer {
    @Override
    public void accept(JsonMapper.Builder json) {
        var ours = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("io.latchkey.")
                .allowIfSubType("java.util.")
                .allowIfSubTypeIsArray()
                .build();
        json.polymorphicTypeValidator(ours);
        json.changeDefaultVisibility(visible -> visible.withVisibility(PropertyAccessor.FIELD, Visibility.ANY));
    }
}
