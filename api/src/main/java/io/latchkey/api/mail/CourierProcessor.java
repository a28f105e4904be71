package io.latchkey.api.mail;

import io.latchkey.store.StreamHead;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The courier sees every event once and in order, so it has one segment; it waits for a database that is gone instead of
 * skipping events; and it begins with what happens from now on.
 */
final class CourierProcessor implements ConfigurerModule {

    /** Before any processor or door opens: an event that comes right after the start must not lie before the token. */
    private static final int BEFORE_EVENTS_FLOW = Phase.INBOUND_EVENT_CONNECTORS - 1;

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessorConfiguration(
                        Courier.GROUP,
                        (configuration, builder) -> builder.initialToken(StreamableMessageSource::createHeadToken)
                                .initialSegmentCount(1))
                .registerListenerInvocationErrorHandler(
                        Courier.GROUP, configuration -> PropagatingErrorHandler.instance());
        configurer.onInitialize(
                configuration -> configuration.onStart(BEFORE_EVENTS_FLOW, () -> placeTokenAtHead(configuration)));
    }

    private static void placeTokenAtHead(Configuration configuration) {
        var tokens = configuration.eventProcessingConfiguration().tokenStore(Courier.GROUP);
        var transactions = configuration.getComponent(TransactionManager.class, NoTransactionManager::instance);
        if (transactions.fetchInTransaction(() -> isNew(tokens))) {
            var head = StreamHead.await(configuration.eventStore());
            transactions.executeInTransaction(() -> begin(tokens, head));
        }
    }

    private static boolean isNew(TokenStore tokens) {
        return tokens.fetchSegments(Courier.GROUP).length == 0;
    }

    private static void begin(TokenStore tokens, @Nullable TrackingToken head) {
        try {
            if (isNew(tokens)) {
                tokens.initializeTokenSegments(Courier.GROUP, 1, head);
            }
        } catch (UnableToInitializeTokenException anotherNodeWasFirst) {
            return;
        }
    }
}
