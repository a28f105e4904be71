package io.latchkey.api.mail;

import io.latchkey.api.mail.Addressees.Addressee;
import io.latchkey.api.mail.Rule.SealedText;
import io.latchkey.secret.Sealer;
import io.latchkey.value.AccountId;
import io.latchkey.value.MailedCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns a rule into a mail for the holder of the account; into none when there is nobody to write to. */
final class Writer {

    static final Duration NOTICE_LIFE = Duration.ofHours(24);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Addressees addressees;
    private final AddressOwners owners;
    private final Sealer sealer;
    private final Visitor visitor;
    private final Letters letters;
    private final Links links;

    Writer(Addressees addressees, AddressOwners owners, Sealer sealer, Visitor visitor, Letters letters, Links links) {
        this.addressees = addressees;
        this.owners = owners;
        this.sealer = sealer;
        this.visitor = visitor;
        this.letters = letters;
        this.links = links;
    }

    /** Only the code that proves a mailbox goes to one that is not proven. */
    Optional<Mail> write(Rule.Code code, AccountId account, Occasion occasion) {
        if (code.kind() != Kind.MAILBOX_CODE) {
            return proven(account).flatMap(to -> coded(code, to, occasion));
        }
        return addressees.find(account).flatMap(to -> {
            var owner = owners.ownerOf(to.address()).filter(other -> !other.equals(account));
            return owner.isPresent()
                    ? owner.flatMap(addressees::find).map(held -> taken(code, held, occasion))
                    : coded(code, to, occasion);
        });
    }

    Optional<Mail> write(Rule.Notice notice, AccountId account, Occasion occasion) {
        return proven(account).map(to -> notice(notice.kind(), spelled(notice.details()), to, occasion));
    }

    Optional<Mail> write(Rule.NamedNotice notice, AccountId account, Occasion occasion) {
        return proven(account)
                .flatMap(to -> opened(notice.name())
                        .map(name -> notice(notice.kind(), Map.of("name", Harmless.of(name)), to, occasion)));
    }

    Optional<Mail> write(Rule.Link rule, AccountId account, Occasion occasion) {
        return proven(account)
                .flatMap(to -> opened(rule.token()).map(token -> {
                    var values = circumstances(occasion);
                    values.put("link", links.link(rule.kind(), rule.subjectId(), token));
                    values.put("until", time(rule.expiresAt()));
                    return limited(rule.kind(), rule, values, to, occasion);
                }));
    }

    Optional<Mail> write(Rule.Stoppable notice, AccountId account, Occasion occasion) {
        return proven(account)
                .flatMap(to -> opened(notice.token()).map(token -> {
                    var link = links.link(notice.kind(), notice.recoveryId(), token);
                    return notice(notice.kind(), Map.of("link", link, "until", time(notice.until())), to, occasion);
                }));
    }

    Optional<Mail> write(Rule.Strike strike, AccountId account, Occasion occasion) {
        var details = spelled(Map.of("factor", strike.factor()));
        return proven(account).map(to -> notice(Kind.WRONG_SECOND_FACTORS, details, to, occasion));
    }

    private Optional<Mail> coded(Rule.Code rule, Addressee to, Occasion occasion) {
        return opened(rule.code()).map(code -> {
            var values = circumstances(occasion);
            values.put("code", new MailedCode(code).formatted());
            values.put("until", TIME.format(rule.expiresAt()));
            var link = rule.link();
            if (link != null) {
                var token = opened(link).orElseThrow();
                values.put("link", links.link(rule.kind(), rule.subjectId(), token));
            }
            return limited(rule.kind(), rule, values, to, occasion);
        });
    }

    private Mail taken(Rule.Code rule, Addressee owner, Occasion occasion) {
        return limited(Kind.ADDRESS_TAKEN, rule, circumstances(occasion), owner, occasion);
    }

    private Mail limited(Kind kind, Rule.Limited rule, Map<String, String> values, Addressee to, Occasion occasion) {
        return new Mail(
                Mail.id(occasion.eventId(), kind),
                to.accountId(),
                kind,
                to.address(),
                letters.letter(kind, values),
                rule.expiresAt(),
                rule.allowance());
    }

    private Mail notice(Kind kind, Map<String, String> details, Addressee to, Occasion occasion) {
        var values = circumstances(occasion);
        values.putAll(details);
        values.put("notme", links.notMe(to.accountId(), occasion));
        return new Mail(
                Mail.id(occasion.eventId(), kind),
                to.accountId(),
                kind,
                to.address(),
                letters.letter(kind, values),
                occasion.at().plus(NOTICE_LIFE),
                null);
    }

    private Optional<Addressee> proven(AccountId account) {
        return addressees.find(account).filter(Addressee::verified);
    }

    private Optional<String> opened(SealedText text) {
        return sealer.open(text.context(), text.sealed());
    }

    private Map<String, String> circumstances(Occasion occasion) {
        return new HashMap<>(Map.of("when", time(occasion.at()), "from", visitor.of(occasion.origin())));
    }

    private static Map<String, String> spelled(Map<String, Object> details) {
        var spelled = new HashMap<String, String>();
        details.forEach((name, value) -> spelled.put(name, Spelling.of(value)));
        return spelled;
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
