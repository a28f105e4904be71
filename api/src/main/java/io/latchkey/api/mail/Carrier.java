package io.latchkey.api.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;

/** Takes a mail away. It may block: it runs on the threads of the sender only. */
interface Carrier {

    void carry(Envelope envelope) throws MessagingException, IOException;
}
