package io.latchkey.api.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** Writes envelopes as Internet messages: plain text, and only headers that were looked at. */
final class Mime {

    private final Session session;
    private final InternetAddress from;
    private final String domain;

    Mime(Session session, String from) {
        this.session = session;
        try {
            this.from = new InternetAddress(HeaderText.checked(from), true);
            this.domain =
                    this.from.getAddress().substring(this.from.getAddress().indexOf('@') + 1);
        } catch (MessagingException invalid) {
            throw new IllegalArgumentException(
                    "latchkey.mail.from: an e-mail address, with or without a name.", invalid);
        }
    }

    MimeMessage message(Envelope envelope) throws MessagingException {
        var message = new Identified(session, "<" + envelope.id() + "@" + domain + ">");
        message.setFrom(from);
        message.setRecipient(
                RecipientType.TO,
                new InternetAddress(HeaderText.checked(envelope.to().value()), true));
        message.setSubject(HeaderText.checked(envelope.letter().subject()), "UTF-8");
        message.setSentDate(Date.from(envelope.writtenAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setText(envelope.letter().text(), StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
    }

    /** A message that keeps its id however often it is written. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
