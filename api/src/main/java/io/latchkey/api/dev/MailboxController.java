package io.latchkey.api.dev;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows the mail of a development installation. */
@RestController
class MailboxController {

    private static final String NO_SCRIPT = "default-src 'none'; style-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";
    private static final MediaType PAGE = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=UTF-8");

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/dev/mailbox")
    Mono<ResponseEntity<String>> page(@RequestParam(name = "to", required = false) @Nullable String to) {
        return messages(to).map(mails -> guarded(PAGE).body(MailboxPage.of(mails, wanted(to))));
    }

    @GetMapping("/dev/mailbox/messages")
    Mono<List<DeliveredMail>> list(@RequestParam(name = "to", required = false) @Nullable String to) {
        return messages(to);
    }

    @GetMapping("/dev/mailbox/page.css")
    ResponseEntity<Resource> style() {
        return guarded(STYLE).body(new ClassPathResource("dev/mailbox.css"));
    }

    private Mono<List<DeliveredMail>> messages(@Nullable String to) {
        return Mono.fromCallable(() -> mailbox.messages(wanted(to))).subscribeOn(Schedulers.boundedElastic());
    }

    private static Optional<String> wanted(@Nullable String to) {
        return Optional.ofNullable(to).map(String::strip).filter(address -> !address.isEmpty());
    }

    private static ResponseEntity.BodyBuilder guarded(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", NO_SCRIPT)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }
}
