package io.latchkey.api.account;

import io.latchkey.query.accounts.Addition;
import io.latchkey.query.accounts.ReadinessCase;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/** What the holder could still do after losing something. */
record Readiness(
        @Schema(example = "[\"phone\", \"mailbox\"]") List<String> lost,
        @Schema(description = "Is any way left?") boolean ready,

        @Schema(example = "If the phone and the mailbox are lost, one way is left.")
        String sentence,

        List<WayLeft> ways,
        @Schema(description = "What would open more ways") List<Advice> add) {

    record WayLeft(
            @Schema(example = "sign-in-with-backup-code") String name,

            @Schema(description = "ISO 8601 duration; PT0S is at once", example = "PT0S")
            String takes,

            String sentence) {

        static WayLeft of(io.latchkey.query.accounts.WayLeft left) {
            var way = left.way();
            return new WayLeft(spelled(way), left.takes().toString(), way.sentence());
        }
    }

    record Advice(@Schema(example = "recovery-code") String name, String sentence) {

        static Advice of(Addition addition) {
            return new Advice(spelled(addition), addition.sentence());
        }
    }

    static Readiness of(ReadinessCase found) {
        return new Readiness(
                found.lost().stream().map(Readiness::spelled).toList(),
                !found.ways().isEmpty(),
                found.sentence(),
                found.ways().stream().map(WayLeft::of).toList(),
                found.add().stream().map(Advice::of).toList());
    }

    static String spelled(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
