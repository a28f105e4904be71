package io.latchkey.api.mail;

import static io.latchkey.api.mail.PostOffice.CODE;
import static io.latchkey.api.mail.PostOffice.TOKEN;
import static io.latchkey.api.mail.PostOffice.anId;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.AssistedRecoveryReminded;
import io.latchkey.event.BackupCodeSpent;
import io.latchkey.event.DeviceTrusted;
import io.latchkey.event.PasswordChanged;
import io.latchkey.event.Reason;
import io.latchkey.event.SignInRefused;
import io.latchkey.event.TotpEnrolled;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Factor;
import java.time.Duration;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CourierTest {

    private final PostOffice office = new PostOffice();

    @Nested
    class No_mail {

        @Test
        void goes_to_an_address_that_nobody_has_proven_but_the_code_that_proves_it() {
            var ann = office.registered("ann@example.org");
            office.happens(new PasswordChanged(ann, ""));
            office.happens(office.signInCode(ann));
            office.happens(office.recovery(ann, true, false));
            assertThat(office.delivery()).isEmpty();

            office.happens(office.mailboxCode(ann));
            assertThat(office.delivery()).hasSize(1);
        }

        @Test
        void is_sent_for_an_unknown_identifier() {
            office.happens(office.recovery(anId(), false, false));
            assertThat(office.kinds(State.PENDING)).isEmpty();
        }

        @Test
        void is_left_of_an_erased_account() {
            var ann = office.holder("ann@example.org");
            office.happens(office.recovery(ann, true, false));
            office.happens(new SignInRefused(ann, anId(), Factor.TOTP, false, Reason.WRONG_PROOF));
            office.erased(ann);

            assertThat(rows("outbox") + rows("addressee") + rows("wrong_factor"))
                    .isZero();
        }

        @Test
        void is_written_when_an_event_of_an_erased_account_comes_late() {
            var ann = office.holder("ann@example.org");
            var late = office.mailboxCode(ann);
            office.sealer.destroy("account:" + ann);
            office.happens(late);
            office.happens(new PasswordChanged(ann, ""));

            assertThat(rows("outbox")).isZero();
        }

        @Test
        void is_queued_twice_for_an_event_that_comes_twice() {
            var ann = office.holder("ann@example.org");
            var event = office.recovery(ann, true, false);
            var id = office.happens(event);
            office.delivery();
            office.delivered(id, event);

            assertThat(office.delivery()).isEmpty();
            assertThat(office.carried).hasSize(2);
        }

        @Test
        void is_left_when_the_transaction_of_its_event_is_undone() {
            var ann = office.holder("ann@example.org");
            office.transaction.executeWithoutResult(status -> {
                office.courier.react(office.mailboxCode(ann), anId(), office.clock.instant(), MetaData.emptyInstance());
                status.setRollbackOnly();
            });
            assertThat(rows("outbox") + rows("scheduled_tasks")).isZero();
        }

        @Test
        void stands_in_the_way_of_the_next_when_a_seal_is_broken() {
            var ann = office.holder("ann@example.org");
            office.happens(new DeviceTrusted(ann, anId(), office.seal(ann, "elsewhere", "x"), office.clock.instant()));
            assertThat(office.kinds(State.PENDING)).isEmpty();
        }

        private int rows(String table) {
            return office.jdbc
                    .sql("select count(*) from " + table)
                    .query(Integer.class)
                    .single();
        }
    }

    @Nested
    class A_code {

        @Test
        void proves_a_mailbox_by_hand_or_by_link() {
            var ann = office.registered("ann@example.org");
            office.happens(office.mailboxCode(ann));

            var mail = office.delivery().getFirst();
            assertThat(mail.to().value()).isEqualTo("ann@example.org");
            assertThat(mail.letter().text())
                    .contains("    1234 5678\n")
                    .contains("    https://id.example.org/link#k=mailbox&a=" + ann + "&t=" + TOKEN + "\n");
            assertThat(mail.letter().subject()).doesNotContain("1234");
        }

        @Test
        void for_a_taken_address_becomes_a_word_to_its_owner() {
            office.holder("ann@example.org");
            var second = office.registered("Ann@Example.org");
            office.owners.put(
                    new EmailAddress("Ann@Example.org"),
                    office.owners.values().iterator().next());
            office.happens(office.mailboxCode(second));

            var mail = office.delivery().getFirst();
            assertThat(mail.letter().subject()).isEqualTo("Somebody tried to register with your address");
            assertThat(mail.letter().text()).doesNotContain("1234", TOKEN, second);
        }

        @Test
        void is_sealed_in_the_outbox() {
            var ann = office.holder("ann@example.org");
            office.happens(office.recovery(ann, true, false));
            var dump = office.jdbc
                    .sql("select string_agg(outbox::text, '') || (select string_agg(s::text, '') from"
                            + " scheduled_tasks s) || (select string_agg(a::text, '') from addressee a) from outbox")
                    .query(String.class)
                    .single();
            assertThat(dump).doesNotContain("example.org", CODE, "1234 5678", TOKEN);
        }

        @Test
        void of_a_recovery_comes_with_a_notice_that_has_none() {
            var ann = office.holder("ann@example.org");
            office.happens(office.recovery(ann, true, false));

            assertThat(office.kinds(State.PENDING)).containsExactly("RECOVERY_CODE", "RECOVERY_STARTED");
            var texts =
                    office.delivery().stream().map(mail -> mail.letter().text()).toList();
            assertThat(texts.get(0))
                    .contains("1234 5678", "/link#k=recovery&r=01890000-0000-7000-8000-0000000000aa&t=");
            assertThat(texts.get(1)).doesNotContain("1234 5678", TOKEN).contains("2026-11-21 12:00 UTC");
        }
    }

    @Nested
    class A_limit {

        @Test
        void lets_three_codes_an_hour_and_five_a_day_into_a_mailbox() {
            var ann = office.holder("ann@example.org");
            for (var hour = 0; hour < 3; hour++) {
                for (var times = 0; times < 4; times++) {
                    office.happens(office.mailboxCode(ann));
                }
                office.clock.pass(Duration.ofMinutes(61));
            }
            assertThat(office.kinds(State.PENDING)).hasSize(5);
            assertThat(office.kinds(State.SUPPRESSED)).hasSize(7);

            office.clock.pass(Duration.ofDays(1));
            office.happens(office.mailboxCode(ann));
            assertThat(office.kinds(State.PENDING)).hasSize(6);
        }

        @Test
        void counts_the_mailbox_whatever_account_and_spelling_are_given() {
            for (var address : List.of("ann@example.org", "ANN@example.org", "ann@EXAMPLE.org", "Ann@example.org")) {
                office.happens(office.mailboxCode(office.registered(address)));
            }
            assertThat(office.kinds(State.PENDING)).hasSize(3);
        }

        @Test
        void that_strangers_have_used_up_leaves_the_holder_a_code() {
            var ann = office.holder("ann@example.org");
            for (var times = 0; times < 10; times++) {
                office.happens(office.recovery(ann, true, false));
            }
            assertThat(office.kinds(State.PENDING).stream().filter("RECOVERY_CODE"::equals))
                    .hasSize(3);

            office.happens(office.signInCode(ann));
            office.happens(office.recovery(ann, true, true));
            assertThat(office.kinds(State.PENDING)).contains("SIGN_IN_CODE");
            assertThat(office.kinds(State.PENDING).stream().filter("RECOVERY_CODE"::equals))
                    .hasSize(4);
        }

        @Test
        void keeps_no_text_of_what_it_suppressed() {
            var ann = office.holder("ann@example.org");
            for (var times = 0; times < 4; times++) {
                office.happens(office.mailboxCode(ann));
            }
            assertThat(office.jdbc
                            .sql("select count(*) from outbox where state = 'SUPPRESSED' and"
                                    + " sealed_letter is null and sealed_recipient is null")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Nested
    class A_notice {

        @Test
        void goes_at_once_and_its_like_of_a_quarter_of_an_hour_together() {
            var ann = office.holder("ann@example.org");
            for (var times = 0; times < 5; times++) {
                office.happens(new PasswordChanged(ann, ""));
                office.clock.pass(Duration.ofMinutes(1));
            }
            assertThat(office.delivery()).hasSize(1);

            office.clock.pass(Duration.ofMinutes(10));
            var second = office.delivery();
            assertThat(second).hasSize(1);
            assertThat(second.getFirst().letter().text())
                    .contains("When:  2026-11-21 12:04 UTC")
                    .contains("This is the latest of 4 such notices since 2026-11-21 12:01 UTC.");

            office.clock.pass(Duration.ofMinutes(15));
            office.happens(new PasswordChanged(ann, ""));
            assertThat(office.delivery()).hasSize(1);
        }

        @Test
        void of_a_recovery_that_an_organizer_began_waits_for_none() {
            var ann = office.holder("ann@example.org");
            for (var id : List.of("r1", "r2")) {
                var sealed = office.seal(ann, "AssistedRecovery/veto/" + id + "/" + ann, TOKEN);
                var until = office.clock.instant().plus(Duration.ofHours(1));
                office.happens(new AssistedRecoveryReminded(ann, id, until, sealed));
            }
            assertThat(office.delivery()).hasSize(2);
        }

        @Test
        void waits_for_none_of_another_kind_or_account() {
            var ann = office.holder("ann@example.org");
            var bob = office.holder("bob@example.org");
            office.happens(new PasswordChanged(ann, ""));
            office.happens(new TotpEnrolled(ann, anId(), anId(), 1, 0));
            office.happens(new PasswordChanged(bob, ""));
            assertThat(office.delivery()).hasSize(3);
        }

        @Test
        void warns_when_three_backup_codes_are_left() {
            var ann = office.holder("ann@example.org");
            office.happens(new BackupCodeSpent(ann, null, anId(), 3, 4));
            office.happens(new BackupCodeSpent(ann, null, anId(), 4, 3));
            var mails = office.delivery().stream().map(Envelope::letter).toList();
            assertThat(mails)
                    .extracting(Letter::subject)
                    .containsExactlyInAnyOrder("A backup code was used", "You have few backup codes left");
            assertThat(mails).anyMatch(letter -> letter.text().contains("Codes left: 3"));
        }

        @Test
        void of_wrong_second_factors_comes_with_the_third_of_one_sign_in() {
            var ann = office.holder("ann@example.org");
            var signIn = anId();
            for (var times = 0; times < 4; times++) {
                office.happens(new SignInRefused(ann, anId(), Factor.TOTP, false, Reason.WRONG_PROOF));
                office.happens(new SignInRefused(ann, null, Factor.PASSWORD, false, Reason.WRONG_PROOF));
                office.happens(new SignInRefused(ann, signIn, Factor.TOTP, false, Reason.WRONG_PROOF));
                assertThat(office.kinds(State.PENDING)).hasSize(times < 2 ? 0 : 1);
            }
            assertThat(office.delivery().getFirst().letter().text()).contains("(codes of your authenticator)");
        }

        @Test
        void says_coarsely_who_came() {
            var ann = office.holder("ann@example.org");
            office.happens(new PasswordChanged(ann, ""));
            assertThat(office.delivery().getFirst().letter().text())
                    .contains("From:  Firefox on Linux, address 203.0.*.*")
                    .contains("help@example.org");
        }

        @Test
        void shows_a_device_name_that_lost_its_sting() {
            var ann = office.holder("ann@example.org");
            var name = "Ann's phone http://evil.example/?a=b {code}";
            office.happens(new DeviceTrusted(
                    ann, anId(), office.seal(ann, "DeviceTrusted/name/" + ann, name), office.clock.instant()));
            assertThat(office.delivery().getFirst().letter().text())
                    .contains("Name:  Ann's phone http evil example a b code\n");
        }
    }
}
