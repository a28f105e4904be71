package io.latchkey.api.mail;

import io.latchkey.event.AccountEvent;
import io.latchkey.event.GroupEvent;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.RecoveryEvent;
import io.latchkey.event.TrailEvent;
import io.latchkey.secret.KeyDestroyed;
import io.latchkey.secret.SealBroken;
import io.latchkey.value.AccountId;
import io.latchkey.value.Malformed;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When something happens to an account, then its mail is queued, in the transaction that remembers the event was seen. */
@ProcessingGroup(Courier.GROUP)
@DisallowReplay
final class Courier {

    static final String GROUP = "mail";
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Addressees addressees;
    private final WrongFactors wrongFactors;
    private final Writer writer;
    private final Outbox outbox;

    Courier(Addressees addressees, WrongFactors wrongFactors, Writer writer, Outbox outbox) {
        this.addressees = addressees;
        this.wrongFactors = wrongFactors;
        this.writer = writer;
        this.outbox = outbox;
    }

    @EventHandler
    void react(LatchkeyEvent event, @MessageIdentifier String eventId, @Timestamp Instant at, MetaData origin) {
        var rules = Rules.of(event);
        account(event).ifPresent(account -> {
            for (var rule : rules) {
                tryToFollow(rule, account, new Occasion(eventId, at, origin));
            }
        });
    }

    /** What cannot be read today cannot be read tomorrow: it must not hold up the mail behind it. */
    private void tryToFollow(Rule rule, AccountId account, Occasion occasion) {
        try {
            follow(rule, account, occasion);
        } catch (KeyDestroyed erased) {
            LOG.debug("No mail for event {}: the account was erased since", occasion.eventId());
        } catch (SealBroken | Malformed unreadable) {
            LOG.error("No mail for event {}: {}", occasion.eventId(), unreadable.getMessage());
        }
    }

    private void follow(Rule rule, AccountId account, Occasion occasion) {
        switch (rule) {
            case Rule.None ignored -> {}
            case Rule.NewAddressee added -> addressees.add(account, added.sealedEmail());
            case Rule.ProvenAddressee ignored -> addressees.verify(account);
            case Rule.Farewell ignored -> forget(account);
            case Rule.Strike strike -> count(strike, account, occasion);
            case Rule.Code code -> queue(writer.write(code, account, occasion));
            case Rule.Link link -> queue(writer.write(link, account, occasion));
            case Rule.Notice notice -> queue(writer.write(notice, account, occasion));
            case Rule.Stoppable notice -> queue(writer.write(notice, account, occasion));
            case Rule.NamedNotice notice -> queue(writer.write(notice, account, occasion));
        }
    }

    private void count(Rule.Strike strike, AccountId account, Occasion occasion) {
        var times = wrongFactors.count(strike.signInId(), account, occasion.at());
        if (times == WrongFactors.WORTH_A_NOTICE) {
            queue(writer.write(strike, account, occasion));
        }
    }

    private void queue(Optional<Mail> mail) {
        mail.ifPresent(outbox::queue);
    }

    private void forget(AccountId account) {
        addressees.forget(account);
        wrongFactors.forget(account);
        outbox.forget(account);
    }

    private static Optional<AccountId> account(LatchkeyEvent event) {
        return switch (event) {
            case AccountEvent happened -> Optional.of(new AccountId(happened.accountId()));
            case RecoveryEvent happened -> Optional.of(new AccountId(happened.accountId()));
            case GroupEvent ignored -> Optional.empty();
            case TrailEvent ignored -> Optional.empty();
        };
    }
}
