package io.latchkey.store;

import io.latchkey.value.Malformed;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Lets the node that asked know which rule it broke; an exception as such does not cross the wire. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BrokenRules implements MessageHandlerInterceptor<Message<?>> {

    @Override
    public @Nullable Object handle(UnitOfWork<? extends Message<?>> unit, InterceptorChain chain) throws Exception {
        try {
            return chain.proceed();
        } catch (Malformed malformed) {
            var message = unit.getMessage();
            throw message instanceof EventMessage ? malformed : BrokenRule.tell(malformed, message);
        }
    }
}
