package io.latchkey.command.group;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.latchkey.command.*;
import io.latchkey.command.account.Accounts;
import io.latchkey.event.GroupEvent;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Every wish about a group, and who decides it. */
@Aggregate
class Group {

    private final GroupState state = new GroupState();

    Group() {}

    /** Null until the first event: the framework takes the id from there. */
    @AggregateIdentifier
    @Nullable
    String id() {
        return state.id.isEmpty() ? null : state.id;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Outcome decide(CreateGroup wish, Means means, Accounts accounts) {
        return new Membership(state, means, accounts).create(wish);
    }

    @CommandHandler
    Outcome decide(InviteMember wish, Means means, Accounts accounts) {
        return new Inviting(state, means, accounts).invite(wish);
    }

    @CommandHandler
    Outcome decide(AcceptInvitation wish, Means means, Accounts accounts) {
        return new Inviting(state, means, accounts).accept(wish);
    }

    @CommandHandler
    Outcome decide(LeaveGroup wish, Means means, Accounts accounts) {
        return new Membership(state, means, accounts).leave(wish);
    }

    @CommandHandler
    Outcome decide(RemoveMember wish, Means means, Accounts accounts) {
        return new Membership(state, means, accounts).remove(wish);
    }

    @CommandHandler
    Outcome decide(ChangeGroupRole wish, Means means, Accounts accounts) {
        return new Membership(state, means, accounts).change(wish);
    }

    @CommandHandler
    Outcome decide(BeginMemberRecovery wish, Means means, Accounts accounts) {
        return new Helping(state, means, accounts).begin(wish);
    }

    @CommandHandler
    Outcome decide(ApproveMemberRecovery wish, Means means, Accounts accounts) {
        return new Helping(state, means, accounts).approve(wish);
    }

    @CommandHandler
    Outcome decide(CompleteMemberRecovery wish, Means means, Accounts accounts) {
        return new Helping(state, means, accounts).complete(wish);
    }

    @CommandHandler
    Outcome decide(CallOffMemberRecovery wish, Means means, Accounts accounts) {
        return new CallingOff(state, means, accounts).callOff(wish);
    }

    @EventSourcingHandler
    void evolve(GroupEvent event, @Timestamp Instant at) {
        state.evolve(event, at);
    }
}
