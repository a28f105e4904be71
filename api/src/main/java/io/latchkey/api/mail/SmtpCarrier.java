package io.latchkey.api.mail;

import io.latchkey.settings.SmtpSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Hands mail to an SMTP server. */
final class SmtpCarrier implements Carrier {

    private static final String CONNECT_MILLIS = "5000";
    private static final String TALK_MILLIS = "10000";

    private final SmtpSettings smtp;
    private final Session session;
    private final Mime mime;

    SmtpCarrier(SmtpSettings smtp, String from, @Nullable SSLSocketFactory trust) {
        this.smtp = smtp;
        this.session = Session.getInstance(settings(smtp, trust));
        this.mime = new Mime(session, from);
    }

    @Override
    public void carry(Envelope envelope) throws MessagingException {
        var message = mime.message(envelope);
        try (var transport = session.getTransport("smtp")) {
            transport.connect(smtp.host(), smtp.port(), orNull(smtp.username()), orNull(smtp.password()));
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private static @Nullable String orNull(String setting) {
        return setting.isEmpty() ? null : setting;
    }

    private static Properties settings(SmtpSettings smtp, @Nullable SSLSocketFactory trust) {
        var settings = new Properties();
        settings.setProperty("mail.smtp.auth", Boolean.toString(!smtp.username().isEmpty()));
        settings.setProperty("mail.smtp.starttls.enable", "true");
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(smtp.starttlsRequired()));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        settings.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        settings.setProperty("mail.smtp.timeout", TALK_MILLIS);
        settings.setProperty("mail.smtp.writetimeout", TALK_MILLIS);
        if (trust != null) {
            settings.put("mail.smtp.ssl.socketFactory", trust);
        }
        return settings;
    }
}
