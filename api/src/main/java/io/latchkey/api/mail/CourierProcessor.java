package io.latchkey.api.mail;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.StreamableMessageSource;

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
        configuration
                .getComponent(TransactionManager.class, NoTransactionManager::instance)
                .executeInTransaction(() -> placeTokenAtHead(
                        configuration.eventProcessingConfiguration().tokenStore(Courier.GROUP), configuration));
    }

    private static void placeTokenAtHead(TokenStore tokens, Configuration configuration) {
        if (tokens.fetchSegments(Courier.GROUP).length == 0) {
            try {
                tokens.initializeTokenSegments(
                        Courier.GROUP, 1, configuration.eventStore().createHeadToken());
            } catch (UnableToInitializeTokenException anotherNodeWasFirst) {
                return;
            }
        }
    }
}
