package io.latchkey.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ProcessorsHealthTest {

    @Test
    void one_that_cannot_go_on_is_named() {
        var health = health(processor("mail", false), processor("read-models", true));

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("stuck", List.of("read-models"));
    }

    @Test
    void all_that_run_are_well() {
        assertThat(health(processor("mail", false)).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void one_that_failed_and_whose_work_other_nodes_do_is_no_reason_to_be_down() {
        assertThat(health(processor("elsewhere", true)).getStatus()).isEqualTo(Status.UP);
    }

    private static Health health(EventProcessor... processors) {
        return new ProcessorsHealth(() -> List.of(processors), name -> name.equals("elsewhere") ? Set.of() : Set.of(0))
                .health();
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
