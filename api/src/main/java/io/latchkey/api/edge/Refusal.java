package io.latchkey.api.edge;

import java.io.Serial;
import java.util.List;

/** A failure with its face: {@link Problems} writes it. */
public final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Fault> faults;

    public Refusal(ProblemType type) {
        this(type, List.of());
    }

    public Refusal(ProblemType type, Fault fault) {
        this(type, List.of(fault));
    }

    Refusal(ProblemType type, List<Fault> faults) {
        super(type.uri(), null, false, false);
        this.type = type;
        this.faults = List.copyOf(faults);
    }

    public ProblemType type() {
        return type;
    }

    List<Fault> faults() {
        return faults;
    }
}
