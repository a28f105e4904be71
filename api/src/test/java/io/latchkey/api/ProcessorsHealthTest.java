package io.latchkey.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ProcessorsHealthTest {

    @Test
    void one_that_cannot_go_on_is_named() {
        var health =
                new ProcessorsHealth(() -> List.of(processor("mail", false), processor("read-models", true))).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("stuck", List.of("read-models"));
    }

    @Test
    void all_that_run_are_well() {
        assertThat(new ProcessorsHealth(() -> List.of(processor("mail", false)))
                        .health()
                        .getStatus())
                .isEqualTo(Status.UP);
    }

    private static EventProcessor processor(String name, boolean error) {
        return new EventProcessor() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public List<MessageHandlerInterceptor<? super EventMessage<?>>> getHandlerInterceptors() {
                return List.of();
            }

            @Override
            public org.axonframework.common.Registration registerHandlerInterceptor(
                    MessageHandlerInterceptor<? super EventMessage<?>> interceptor) {
                return () -> true;
            }

            @Override
            public void start() {}

            @Override
            public void shutDown() {}

            @Override
            public boolean isRunning() {
                return true;
            }

            @Override
            public boolean isError() {
                return error;
            }
        };
    }
}
