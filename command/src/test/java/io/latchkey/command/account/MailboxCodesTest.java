package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailboxCodesTest {

    private static final Refused WRONG = new Refused(Reason.WRONG_PROOF);

    private final World world = new World();
    private final Person ann = new Person(world);

    @Test
    void the_mailed_link_proves_the_mailbox_as_the_code_does() {
        world.news();

        assertThat(verify(link())).isEqualTo(new Done());
        assertThat(world.news()).containsExactly(new MailboxVerified(ann.id.value()));
        assertThat(world.addresses).containsValue(ann.id);
    }

    @Test
    void a_wrong_link_is_no_guess() {
        world.news();
        for (int i = 0; i < 6; i++) {
            assertThat(verify(LinkToken.random(world.random))).isEqualTo(WRONG);
        }

        assertThat(world.news()).isEqualTo(Collections.nCopies(6, refused(Reason.NOT_FOUND)));
        assertThat(ann.verifyMailbox()).isEqualTo(new Done());
    }

    @Test
    void while_a_wait_runs_the_link_is_taken_and_the_code_is_not() {
        for (int i = 0; i < 5; i++) {
            assertThat(verify(wrongCode())).isEqualTo(WRONG);
        }

        assertThat(ann.verifyMailbox())
                .isEqualTo(new Throttled(world.clock.instant().plusSeconds(30)));
        assertThat(world.throttled).containsExactly(Factor.EMAIL_CODE);
        assertThat(verify(link())).isEqualTo(new Done());
    }

    @Test
    void a_new_code_comes_after_a_minute_and_kills_the_old_one() {
        var old = ann.mailboxCode();
        world.clock.pass(Duration.ofSeconds(59));
        assertThat(resend()).isEqualTo(new Throttled(world.clock.instant().plusSeconds(1)));
        world.clock.pass(Duration.ofSeconds(1));

        assertThat(resend()).isEqualTo(new Done());
        assertThat(verify(old)).isEqualTo(WRONG);
        assertThat(ann.verifyMailbox()).isEqualTo(new Done());
    }

    @Test
    void every_refusal_is_recorded_with_its_reason() {
        world.news();
        verify(wrongCode());
        world.clock.pass(Limits.MAILBOX_CODE);
        ann.verifyMailbox();
        resend();
        ann.verifyMailbox();
        ann.verifyMailbox();

        assertThat(world.news().stream().filter(MailboxVerificationRefused.class::isInstance))
                .containsExactly(refused(Reason.WRONG_PROOF), refused(Reason.EXPIRED), refused(Reason.NOT_FOUND));
    }

    @Test
    void fifty_wrong_codes_disable_codes_and_leave_the_link() {
        for (int i = 0; i < 50; i++) {
            assertThat(world.all()).doesNotHaveAnyElementsOfTypes(FactorDisabled.class);
            resendLater();
            assertThat(verify(wrongCode())).isEqualTo(WRONG);
        }
        assertThat(world.last(FactorDisabled.class)).isEqualTo(new FactorDisabled(ann.id.value(), Factor.EMAIL_CODE));
        resendLater();

        assertThat(ann.verifyMailbox()).isEqualTo(new Refused(Reason.FLOW_DEAD));
        assertThat(verify(link())).isEqualTo(new Done());
    }

    @Test
    void nothing_is_sent_to_a_proven_mailbox() {
        ann.verifyMailbox();
        world.clock.pass(Limits.MAIL_PAUSE);

        assertThat(resend()).isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    @Test
    void an_account_that_is_none_has_no_mailbox_and_leaves_no_trace_of_the_try() {
        var nobody = new AccountId(UUID.randomUUID().toString());
        var signIn = new SignInId(UUID.randomUUID().toString());
        world.send(new SignIn(nobody, signIn, false, new PasswordDigest("none"), null, null));
        world.news();

        assertThat(world.send(new ResendMailboxCode(nobody))).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(world.send(new VerifyMailbox(nobody, new MailedCode("12345678"), null)))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(world.news()).isEmpty();
    }

    private void resendLater() {
        world.clock.pass(Duration.ofHours(2));
        assertThat(resend()).isEqualTo(new Done());
    }

    private Outcome resend() {
        return world.send(new ResendMailboxCode(ann.id));
    }

    private Outcome verify(LinkToken link) {
        return world.send(new VerifyMailbox(ann.id, null, link));
    }

    private Outcome verify(MailedCode code) {
        return world.send(new VerifyMailbox(ann.id, code, null));
    }

    private LinkToken link() {
        return new LinkToken(ann.open(
                "MailboxCodeIssued/link", world.last(MailboxCodeIssued.class).sealedLinkToken()));
    }

    private MailedCode wrongCode() {
        return new MailedCode(ann.mailboxCode().digits().startsWith("1") ? "20000000" : "10000000");
    }

    private MailboxVerificationRefused refused(Reason reason) {
        return new MailboxVerificationRefused(ann.id.value(), reason);
    }
}
