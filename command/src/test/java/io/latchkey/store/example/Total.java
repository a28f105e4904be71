package io.latchkey.store.example;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

@ProcessingGroup("total")
public class Total {
    private final Map<String, Integer> totals = new ConcurrentHashMap<>();

    @EventHandler
    void project(Counted event) {
        totals.merge(event.id(), 1, Integer::sum);
    }

    public boolean reaches(String id, int expected) {
        for (var i = 0; i < 200; i++) {
            if (of(id) == expected) {
                return true;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    public int of(String id) {
        return totals.getOrDefault(id, 0);
    }
}
