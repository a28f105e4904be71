package io.latchkey.api.loss;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.latchkey.value.Lost;
import io.latchkey.value.Malformed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be reported lost, as it is spelled outside. */
enum LostThing {
    @JsonProperty("authenticators")
    AUTHENTICATORS,
    @JsonProperty("devices")
    DEVICES;

    static Set<Lost> all(@Nullable List<@Nullable LostThing> named) {
        var lost = EnumSet.noneOf(Lost.class);
        for (var thing : named == null ? List.<@Nullable LostThing>of() : named) {
            switch (thing) {
                case null -> throw new Malformed("lost", "authenticators or devices");
                case AUTHENTICATORS -> lost.add(Lost.AUTHENTICATORS);
                case DEVICES -> lost.add(Lost.DEVICES);
            }
        }
        if (lost.isEmpty()) {
            throw new Malformed("lost", "authenticators or devices");
        }
        return Set.copyOf(lost);
    }
}
