package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.stage.OnStage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.RepeatedTest;

/** One connection for many requests, as clients and proxies keep it. */
class KeepAliveTest extends OnStage {

    @RepeatedTest(10)
    void a_request_that_is_refused_at_once_does_not_silence_the_connection() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            send(socket, request(holder()) + request("nonsense"));
            assertThat(status(answers)).isNotEqualTo("401");
            assertThat(status(answers)).isEqualTo("401");
            send(socket, request("nonsense"));
            assertThat(status(answers)).isEqualTo("401");
        }
    }

    private static void send(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String request(String token) {
        return "GET /v1/account HTTP/1.1\r\nHost: latchkey.example\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    }

    /** Of the next answer, which is read to its end. */
    private static String status(BufferedReader answers) throws IOException {
        var status = answers.readLine().split(" ")[1];
        var length = 0;
        for (var line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        for (var at = 0; at < length; at++) {
            answers.read();
        }
        return status;
    }
}
