package io.latchkey.api.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/** One door before several nodes: each connection is led to the next of them. */
final class Turnstile implements AutoCloseable {

    private final ServerSocket door;

    Turnstile() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    void leadTo(List<ServiceProcess> nodes) {
        Thread.ofVirtual().start(() -> {
            for (int turn = 0; !door.isClosed(); turn++) {
                lead(nodes.get(turn % nodes.size()).port);
            }
        });
    }

    private void lead(int port) {
        try {
            var client = door.accept();
            Thread.ofVirtual().start(() -> join(client, port));
        } catch (IOException closed) {
            // Nobody comes any more.
        }
    }

    private static void join(Socket client, int port) {
        try (client;
                var node = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread.ofVirtual().start(() -> copy(node, client));
            copy(client, node);
        } catch (IOException unreachable) {
            // The client sees a door that closes.
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException over) {
            // One of the two has hung up.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
