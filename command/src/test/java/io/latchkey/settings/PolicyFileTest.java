package io.latchkey.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.command.Limits;
import io.latchkey.command.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    private static final Path FILE = Path.of("src/main/resources/policy.json");

    @Test
    void the_policy_has_a_rule_for_every_way_and_waits_as_promised() {
        var policy = PolicyFile.read();
        var waiting = policy.rule(Way.DELAYED_RESET).waiting();
        assertThat(policy.version()).isEqualTo("2026-4");
        assertThat(waiting.standard()).isEqualTo(Duration.ofHours(72));
        assertThat(waiting.allows(Duration.ofHours(24))).isTrue();
        assertThat(waiting.allows(Duration.ofDays(7))).isTrue();
        assertThat(policy.rule(Way.DELAYED_RESET).quarantine()).isEqualTo(Duration.ofDays(7));
        assertThat(policy.rule(Way.DEVICE_RESET).quarantine()).isEqualTo(Limits.DEVICE_KEY_QUARANTINE);
        assertThat(policy.rule(Way.CONTACTS).quarantine()).isEqualTo(Limits.CONTACT_QUARANTINE);
        assertThat(policy.rule(Way.CONTACTS).approvals()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "2026-4"                                | ""                                   | version
            "version": "2026-4",                    | ''                                   | version
            "delayed_reset"                         | "recovery_code"                      | every way
            "delayed_reset"                         | "another_way"                        | policy.json
            ["memory", "mailbox"]                   | ["memory", "phone"]                  | channel
            ["password", "email_code"]              | ["email_code"]                       | channel
            ["saved", "mailbox"]                    | ["saved"]                            | channel
            "standard": "PT72H"                     | "standard": "PT12H"                  | waiting period
            "most": "PT168H"                        | "most": "PT1H"                       | waiting period
            "quarantine": "PT168H"                  | "quarantine": "PT-1H"                | negative
            "quarantine": "PT168H"                  | "quarantine": "a week"               | policy.json
            "quarantine": "PT168H",                 | ''                                   | quarantine
            "approvals": 0                          | "approvals": 0, "note": "be nice"    | note
            """)
    void a_broken_policy_stops_the_start_with_a_sentence(String part, String instead, String named) throws Exception {
        var broken = Files.readString(FILE).replace(part, instead);
        assertThat(broken).isNotEqualTo(Files.readString(FILE));
        assertThatThrownBy(() -> PolicyFile.read(broken))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("policy.json")
                .hasMessageContaining(named)
                .hasMessageEndingWith(".");
    }

    /** The same channel twice is one channel. */
    @Test
    void two_proofs_over_one_channel_are_not_a_way() throws Exception {
        var broken = Files.readString(FILE)
                .replace("[\"recovery_code\", \"email_code\"]", "[\"recovery_code\", \"backup_code\"]")
                .replace("[\"saved\", \"mailbox\"]", "[\"saved\", \"saved\"]");
        assertThatThrownBy(() -> PolicyFile.read(broken)).hasMessageContaining("a channel of its own");
    }
}
