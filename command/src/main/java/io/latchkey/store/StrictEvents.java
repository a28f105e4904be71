package io.latchkey.store;

import java.util.Objects;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/** Refuses history it does not know: an older node must not overlook that a code was revoked. */
public final class StrictEvents implements Serializer {
    private final Serializer inner;
    private volatile @Nullable UnknownEvent met;

    StrictEvents(Serializer inner) {
        this.inner = inner;
    }

    /** What this node met and does not know; it is too old for this history. */
    public @Nullable UnknownEvent met() {
        return met;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        return inner.serialize(object, representation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return inner.canSerializeTo(representation);
    }

    @Override
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        classForType(serialized.getType());
        return inner.deserialize(serialized);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public Class classForType(SerializedType type) {
        var known = inner.classForType(type);
        if (UnknownSerializedType.class.equals(known)
                || !Objects.equals(inner.typeForClass(known).getRevision(), type.getRevision())) {
            var unknown = new UnknownEvent(type.getName(), type.getRevision());
            met = unknown;
            throw unknown;
        }
        return known;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public SerializedType typeForClass(@Nullable Class type) {
        return inner.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return inner.getConverter();
    }
}
