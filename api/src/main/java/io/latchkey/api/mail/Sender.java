package io.latchkey.api.mail;

import io.latchkey.secret.Sealer;
import io.latchkey.value.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is queued, at least once and never when it is stale. */
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration WHEN_BUSY = Duration.ofSeconds(1);

    private final OutboxTable table;
    private final Sealer sealer;
    private final Carriage carriage;
    private final Backoff backoff;
    private final MailFigures figures;
    private final Clock clock;

    Sender(OutboxTable table, Sealer sealer, Carriage carriage, Backoff backoff, MailFigures figures, Clock clock) {
        this.table = table;
        this.sealer = sealer;
        this.carriage = carriage;
        this.backoff = backoff;
        this.figures = figures;
        this.clock = clock;
    }

    /** When to come again; empty when the mail has reached its end. */
    Optional<Instant> send(UUID id) {
        return table.find(id).filter(mail -> mail.state() == State.PENDING).flatMap(this::send);
    }

    private Optional<Instant> send(Queued mail) {
        if (mail.stale(clock.instant())) {
            return dead(mail, "Stale");
        }
        var envelope = opened(mail);
        if (envelope.isEmpty()) {
            table.remove(mail.mailId());
            return Optional.empty();
        }
        return switch (carriage.carry(envelope.get())) {
            case Carriage.Carried ignored -> sent(mail);
            case Carriage.Busy ignored -> Optional.of(clock.instant().plus(WHEN_BUSY));
            case Carriage.Failed failed -> failed(mail, failed.cause());
            case Carriage.Impossible impossible -> dead(mail, impossible.cause());
        };
    }

    private Optional<Instant> sent(Queued mail) {
        table.sent(mail.mailId(), clock.instant());
        figures.sent(mail.kind());
        return Optional.empty();
    }

    /** The last attempt is at the end of its life, and finds it stale. */
    private Optional<Instant> failed(Queued mail, String error) {
        var next = clock.instant().plus(backoff.after(mail.attempts() + 1));
        var end = mail.expiresAt().toInstant();
        var again = next.isBefore(end) ? next : end;
        table.failed(mail.mailId(), error, again);
        figures.failed(mail.kind());
        LOG.warn("Mail {} ({}) was not taken: {}. Next attempt at {}", mail.mailId(), mail.kind(), error, again);
        return Optional.of(again);
    }

    private Optional<Instant> dead(Queued mail, String error) {
        table.died(mail, error, clock.instant());
        figures.dead(mail.kind());
        LOG.warn("Mail {} ({}) was given up after {} attempts: {}", mail.mailId(), mail.kind(), mail.attempts(), error);
        return Optional.empty();
    }

    /** Empty when the account was erased. */
    private Optional<Envelope> opened(Queued mail) {
        var id = mail.mailId();
        var recipient = sealer.open(Outbox.recipientContext(id), sealed(mail.sealedRecipient()));
        var letter = sealer.open(Outbox.letterContext(id), sealed(mail.sealedLetter()));
        return recipient.flatMap(to -> letter.map(text -> new Envelope(
                id,
                new EmailAddress(to),
                withMerged(mail, Letter.split(text)),
                mail.createdAt().toInstant())));
    }

    private static Letter withMerged(Queued mail, Letter letter) {
        return mail.merged() == 0
                ? letter
                : letter.followedBy("This is the latest of %d such notices since %s."
                        .formatted(
                                mail.merged() + 1, Writer.time(mail.createdAt().toInstant())));
    }

    private static String sealed(@Nullable String text) {
        if (text == null) {
            throw new IllegalStateException("a pending mail without text");
        }
        return text;
    }
}
