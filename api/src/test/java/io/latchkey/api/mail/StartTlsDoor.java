package io.latchkey.api.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Stands before a mail server that knows no STARTTLS: asks for it, then hands everything on. */
final class StartTlsDoor implements AutoCloseable {

    private final ServerSocket door;
    private final SSLContext tls;
    private final int behind;

    StartTlsDoor(SSLContext tls, int behind) throws IOException {
        this.door = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        this.tls = tls;
        this.behind = behind;
        Thread.ofVirtual().start(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                var guest = door.accept();
                Thread.ofVirtual().start(() -> welcome(guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void welcome(Socket guest) {
        try (guest;
                var server = new Socket("127.0.0.1", behind)) {
            say(guest, "220 door\r\n");
            heard(guest.getInputStream());
            say(guest, "250-door\r\n250 STARTTLS\r\n");
            heard(guest.getInputStream());
            say(guest, "220 go ahead\r\n");
            var secret = (SSLSocket) tls.getSocketFactory().createSocket(guest, "127.0.0.1", guest.getPort(), true);
            secret.setUseClientMode(false);
            secret.startHandshake();
            heard(server.getInputStream());
            var back = Thread.ofVirtual().start(() -> pass(server, secret));
            pass(secret, server);
            back.join();
        } catch (IOException | InterruptedException gone) {
            return;
        }
    }

    private static void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException gone) {
            return;
        }
    }

    private static void say(Socket to, String line) throws IOException {
        to.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
        to.getOutputStream().flush();
    }

    private static void heard(InputStream from) throws IOException {
        for (var next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new IOException("gone");
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
