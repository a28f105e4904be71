package io.latchkey.store.embedded;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Properties;

/** The port and the passwords of one data directory, kept in a file that only the owner can read. */
record Access(int port, String ownerPassword, String password) {

    static Access loadOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Access(freePort(), secret(), secret()).saveIn(file);
        }
        var kept = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        }
        return new Access(
                Integer.parseInt(kept.getProperty("port", "0")),
                kept.getProperty("owner-password", ""),
                kept.getProperty("password", ""));
    }

    Access saveIn(Path file) throws IOException {
        var kept = new Properties();
        kept.setProperty("port", Integer.toString(port));
        kept.setProperty("owner-password", ownerPassword);
        kept.setProperty("password", password);
        var text = new StringWriter();
        kept.store(text, "The embedded PostgreSQL of this data directory; for its owner only.");
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Directories.writePrivate(fresh, text.toString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return this;
    }

    Access onAnotherPort() throws IOException {
        return new Access(freePort(), ownerPassword, password);
    }

    boolean portIsFree() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url(EmbeddedPostgres.OWNER), EmbeddedPostgres.OWNER, ownerPassword);
    }

    @Override
    public String toString() {
        return "Access[hidden]";
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String secret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
