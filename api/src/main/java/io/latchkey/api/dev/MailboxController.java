package io.latchkey.api.dev;

import io.latchkey.api.Messages;
import io.latchkey.settings.CheckedSettings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows the mail that is written to files; in production there is no such page. */
@RestController
@Profile("!production")
@ConditionalOnProperty(name = "latchkey.mail.transport", havingValue = "files", matchIfMissing = true)
@ConditionalOnProperty(name = "latchkey.mail.mailbox", havingValue = "true", matchIfMissing = true)
class MailboxController {

    private static final String NO_SCRIPT =
            "default-src 'none'; style-src 'self'; base-uri 'none';" + " form-action 'self'; frame-ancestors 'none'";
    private static final MediaType PAGE = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=UTF-8");

    private final Mailbox mailbox;
    private final Messages messages;

    MailboxController(CheckedSettings checked, Messages messages) {
        this.mailbox = new Mailbox(checked.settings().mailDirectory());
        this.messages = messages;
    }

    @GetMapping("/dev/mailbox")
    Mono<ResponseEntity<String>> page(@RequestParam(name = "to", required = false) @Nullable String to) {
        return mails(to).map(mails -> guarded(PAGE).body(MailboxPage.of(mails, wanted(to))));
    }

    @GetMapping("/dev/mailbox/messages")
    Mono<List<DeliveredMail>> list(@RequestParam(name = "to", required = false) @Nullable String to) {
        return mails(to);
    }

    @GetMapping("/dev/mailbox/page.css")
    ResponseEntity<Resource> style() {
        return guarded(STYLE).body(new ClassPathResource("dev/mailbox.css"));
    }

    private Mono<List<DeliveredMail>> mails(@Nullable String to) {
        return messages.offLoop(() -> mailbox.messages(wanted(to)));
    }

    private static Optional<String> wanted(@Nullable String to) {
        return Optional.ofNullable(to).map(String::strip).filter(address -> !address.isEmpty());
    }

    private static ResponseEntity.BodyBuilder guarded(MediaType type) {
        return ResponseEntity.ok().contentType(type).header("Content-Security-Policy", NO_SCRIPT);
    }
}
