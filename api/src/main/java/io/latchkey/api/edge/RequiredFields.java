package io.latchkey.api.edge;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** What a record does not mark as nullable is always there, and the document says so. */
final class RequiredFields implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        var raw = raw(type);
        if (schema != null && raw != null && raw.isRecord()) {
            var defined = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(raw.getSimpleName());
            Arrays.stream(raw.getRecordComponents())
                    .filter(RequiredFields::isRequired)
                    .forEach(component -> require(defined, component.getName()));
        }
        return schema;
    }

    private static void require(@Nullable Schema<?> schema, String field) {
        if (schema != null
                && schema.getProperties() != null
                && schema.getProperties().containsKey(field)
                && (schema.getRequired() == null || !schema.getRequired().contains(field))) {
            schema.addRequiredItem(field);
        }
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Class<?> raw(AnnotatedType type) {
        if (type.getType() == null) {
            return null;
        }
        JavaType resolved = Json.mapper().constructType(type.getType());
        return resolved.getRawClass();
    }
}
