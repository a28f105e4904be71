package io.latchkey.api.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One kept-alive HTTP connection that costs next to nothing, so that the generator takes little from the measured service. */
final class Wire implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    record Answer(int status, byte[] body) {
        Answer expect(int expected) {
            if (status != expected) {
                throw new IllegalStateException("answered " + status + " instead of " + expected + ": "
                        + new String(body, StandardCharsets.UTF_8));
            }
            return this;
        }

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 32_768);
    }

    Answer get(String path, String token) throws IOException {
        return send("GET " + path, token, "");
    }

    Answer post(String path, String token, String body) throws IOException {
        return send("POST " + path, token, body);
    }

    private Answer send(String line, String token, String body) throws IOException {
        var request = new StringBuilder(line).append(" HTTP/1.1\r\nHost: localhost\r\nUser-Agent: benchmark\r\n");
        if (!token.isEmpty()) {
            request.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (!body.isEmpty()) {
            request.append("Idempotency-Key: ").append(UUID.randomUUID()).append("\r\n");
            request.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length())
                    .append("\r\n");
        }
        socket.getOutputStream()
                .write(request.append("\r\n").append(body).toString().getBytes(StandardCharsets.US_ASCII));
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        return new Answer(status, in.readNBytes(length));
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the service closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
