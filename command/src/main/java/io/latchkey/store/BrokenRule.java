package io.latchkey.store;

import io.latchkey.value.Malformed;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.Message;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;

/** The rule that a message broke, in a form that comes back from the node that handled it. */
public record BrokenRule(String field, String rule) {

    static HandlerExecutionException tell(Malformed malformed, Message<?> message) {
        var broken = new BrokenRule(malformed.field(), malformed.rule());
        return message instanceof QueryMessage
                ? new QueryExecutionException("malformed", malformed, broken)
                : new CommandExecutionException("malformed", malformed, broken);
    }

    /** The {@link Malformed} as the handler threw it, or else the failure itself. */
    public static Throwable asThrown(Throwable failure) {
        return HandlerExecutionException.resolveDetails(failure)
                .filter(BrokenRule.class::isInstance)
                .map(BrokenRule.class::cast)
                .<Throwable>map(broken -> new Malformed(broken.field, broken.rule))
                .orElse(failure);
    }
}
