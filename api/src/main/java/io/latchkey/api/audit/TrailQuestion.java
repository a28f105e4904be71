package io.latchkey.api.audit;

import io.latchkey.query.audit.FindTrail;
import io.latchkey.query.audit.FollowTrail;
import io.latchkey.query.audit.TrailFilter;
import io.latchkey.secret.Hashing;
import io.latchkey.value.AccountId;
import io.latchkey.value.Malformed;
import io.latchkey.value.RecoveryId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a reader of the trail asks for, in one of the two ways of reading. */
record TrailQuestion(Parameters parameters, TrailFilter filter, boolean follow) {

    private static final Set<String> KNOWN = Set.of(
            "account",
            "recovery",
            "actor",
            "type",
            "outcome",
            "reason",
            "ip",
            "correlation",
            "from",
            "to",
            "follow",
            "after",
            "limit");
    private static final List<String> FILTERS =
            List.of("account", "recovery", "actor", "type", "outcome", "reason", "ip", "correlation", "from", "to");
    private static final Set<String> WORDS = Set.of("type", "outcome", "reason");

    static TrailQuestion of(MultiValueMap<String, String> given, Hashing hashing) {
        var parameters = new Parameters(given).only(KNOWN);
        boolean follow = parameters.flag("follow");
        if (follow && parameters.text("to") != null) {
            throw new Malformed("to", "only without follow: following has no end");
        }
        return new TrailQuestion(parameters, filter(parameters, hashing), follow);
    }

    private static TrailFilter filter(Parameters parameters, Hashing hashing) {
        var account = parameters.text("account");
        var recovery = parameters.text("recovery");
        var ip = parameters.text("ip");
        return new TrailFilter(
                account == null ? null : new AccountId(account).value(),
                recovery == null ? null : new RecoveryId(recovery).value(),
                parameters.text("actor"),
                parameters.text("type"),
                parameters.text("outcome"),
                parameters.text("reason"),
                ip == null ? null : hashing.client(ip),
                parameters.text("correlation"));
    }

    /** A question in the terms of the read side. */
    Object query() {
        var from = parameters.instant("from");
        var after = parameters.text("after");
        return follow
                ? new FollowTrail(filter, from, after, parameters.limit())
                : new FindTrail(filter, from, parameters.instant("to"), after, parameters.limit());
    }

    @Nullable
    String account() {
        return filter.account();
    }

    /** The names of the filters; of what was typed only words that cannot be personal, for the trail keeps them for ever. */
    String summary() {
        var asked = FILTERS.stream()
                .filter(name -> parameters.text(name) != null)
                .map(name -> WORDS.contains(name) ? name + " " + parameters.text(name) : name)
                .collect(Collectors.joining(", "));
        return (follow ? "followed" : "searched") + (asked.isEmpty() ? " without a filter" : " by " + asked);
    }
}
