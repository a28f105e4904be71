package io.latchkey.api.dev;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Reads the mail that was written to files, the newest first. */
final class Mailbox {

    private static final int SHOWN = 200;
    private static final int PAGES = 1_000;

    private record Found(Path path, FileTime writtenAt) {}

    private final Path directory;
    private final Session session = Session.getInstance(new Properties());

    Mailbox(Path directory) {
        this.directory = directory;
    }

    /** All mail, or that to one address. */
    List<DeliveredMail> messages(Optional<String> to) {
        return newest().stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .filter(mail -> to.isEmpty() || mail.to().equalsIgnoreCase(to.get()))
                .limit(SHOWN)
                .toList();
    }

    private List<Found> newest() {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".eml"))
                    .flatMap(file -> found(file).stream())
                    .sorted(Comparator.comparing(Found::writtenAt).reversed())
                    .limit(PAGES)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Found> found(Path file) {
        try {
            return Optional.of(new Found(file, Files.getLastModifiedTime(file)));
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private Optional<DeliveredMail> read(Found found) {
        try (var file = Files.newInputStream(found.path())) {
            var message = new MimeMessage(session, file);
            var to = (InternetAddress) message.getAllRecipients()[0];
            return Optional.of(new DeliveredMail(
                    found.path().getFileName().toString().replace(".eml", ""),
                    to.getAddress(),
                    message.getSubject(),
                    found.writtenAt().toInstant(),
                    message.getContent().toString().replace("\r\n", "\n")));
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException("a mail file cannot be read", unreadable);
        }
    }
}
