package io.latchkey.api;

import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import reactor.core.scheduler.Schedulers;

/** A handler may block; on the event loop it would stop every request, so there it does not run at all. */
final class EventLoopGuard implements MessageHandlerInterceptor<Message<?>> {
    @Override
    public Object handle(UnitOfWork<? extends Message<?>> work, InterceptorChain chain) throws Exception {
        if (Schedulers.isInNonBlockingThread()) {
            throw new IllegalStateException(
                    work.getMessage().getPayloadType().getSimpleName() + " reached a handler on the event loop");
        }
        return chain.proceed();
    }
}
