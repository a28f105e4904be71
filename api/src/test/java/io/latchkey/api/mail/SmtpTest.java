package io.latchkey.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.latchkey.settings.SmtpSettings;
import io.latchkey.value.EmailAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real SMTP server. */
class SmtpTest {

    private static final String FROM = "Latchkey <no-reply@id.example.org>";

    @TempDir
    private static Path directory;

    private static Certificates right;
    private static Certificates wrong;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final PostOffice office = new PostOffice();

    @BeforeAll
    static void certificates() throws Exception {
        right = Certificates.forHost("127.0.0.1", directory);
        wrong = Certificates.forHost("wrong.example", directory);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_server_without_encryption_gets_nothing_and_the_outbox_keeps_the_mail() {
        server.start();
        queue(smtp(server.getSmtp().getPort(), true, null));

        office.delivery();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(office.only(Kind.SIGN_IN_CODE).state()).isEqualTo(State.PENDING);
    }

    @Test
    void a_server_whose_certificate_is_for_another_name_gets_nothing() throws Exception {
        server.start();
        try (var door = new StartTlsDoor(wrong.server(), server.getSmtp().getPort())) {
            queue(smtp(door.port(), true, wrong.client()));
            office.delivery();
        }
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(office.only(Kind.SIGN_IN_CODE).state()).isEqualTo(State.PENDING);
        assertThat(office.only(Kind.SIGN_IN_CODE).lastError()).contains("CertificateException");
    }

    @Test
    void a_server_whom_nobody_vouches_for_gets_nothing() throws Exception {
        server.start();
        try (var door = new StartTlsDoor(right.server(), server.getSmtp().getPort())) {
            queue(smtp(door.port(), true, null));
            office.delivery();
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_with_the_right_certificate_gets_the_mail_encrypted() throws Exception {
        server.start();
        try (var door = new StartTlsDoor(right.server(), server.getSmtp().getPort())) {
            queue(smtp(door.port(), true, right.client()));
            office.delivery();
        }
        var mail = server.getReceivedMessages();
        assertThat(mail).hasSize(1);
        assertThat(mail[0].getContent().toString()).contains("1234 5678");
        assertThat(mail[0].getMessageID())
                .isEqualTo("<" + office.only(Kind.SIGN_IN_CODE).mailId() + "@id.example.org>");
        assertThat(office.only(Kind.SIGN_IN_CODE).state()).isEqualTo(State.SENT);
    }

    @Test
    void a_server_that_wants_a_password_gets_it() throws Exception {
        server.setUser("latchkey", "secret");
        server.getUserManager().setAuthRequired(true);
        server.start();
        try (var door = new StartTlsDoor(right.server(), server.getSmtp().getPort())) {
            queue(new SmtpCarrier(
                    new SmtpSettings("127.0.0.1", door.port(), "latchkey", "secret", true, ""), FROM, factory(right)));
            office.delivery();
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_server_that_comes_back_gets_the_mail_if_the_code_is_still_good() throws Exception {
        var port = freePort();
        queue(smtp(port, false, null));
        office.delivery();
        assertThat(office.only(Kind.SIGN_IN_CODE).lastError()).contains("ConnectException");

        var later = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        later.start();
        try {
            office.clock.pass(Duration.ofMinutes(5));
            office.delivery();
            assertThat(later.getReceivedMessages()).hasSize(1);
        } finally {
            later.stop();
        }
    }

    @Test
    void a_server_that_comes_back_too_late_gets_nothing() throws Exception {
        var port = freePort();
        queue(smtp(port, false, null));
        office.delivery();

        var later = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        later.start();
        try {
            office.clock.pass(Duration.ofMinutes(11));
            office.delivery();
            assertThat(later.getReceivedMessages()).isEmpty();
            assertThat(office.only(Kind.SIGN_IN_CODE).state()).isEqualTo(State.DEAD);
        } finally {
            later.stop();
        }
    }

    @Test
    void a_server_that_says_nothing_is_left_and_its_connection_closed() throws Exception {
        var closed = new AtomicBoolean();
        try (var silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var listener = Thread.ofVirtual().start(() -> listen(silent, closed));
            var carriage = new Carriage(smtp(silent.getLocalPort(), true, null), Duration.ofMillis(500));
            office.happens(office.signInCode(office.holder("ann@example.org")));
            var envelope = new Envelope(
                    office.only(Kind.SIGN_IN_CODE).mailId(),
                    new EmailAddress("ann@example.org"),
                    new Letter("s", "t"),
                    office.clock.instant());
            assertThat(carriage.carry(envelope)).isEqualTo(new Carriage.Failed("TimeoutException"));
            listener.join(Duration.ofSeconds(5));
        }
        assertThat(closed).isTrue();
    }

    private static void listen(ServerSocket silent, AtomicBoolean closed) {
        try (var guest = silent.accept()) {
            closed.set(guest.getInputStream().read() == -1);
        } catch (IOException reset) {
            closed.set(true);
        }
    }

    private void queue(Carrier carrier) {
        office.sender = office.sender(carrier);
        office.happens(office.signInCode(office.holder("ann@example.org")));
    }

    private static SmtpCarrier smtp(int port, boolean encrypted, @Nullable SSLContext trust) {
        return new SmtpCarrier(
                new SmtpSettings("127.0.0.1", port, "", "", encrypted, ""),
                FROM,
                trust == null ? null : trust.getSocketFactory());
    }

    private static javax.net.ssl.SSLSocketFactory factory(Certificates certificates) throws Exception {
        return certificates.client().getSocketFactory();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
