package io.latchkey.command.account;

import static io.latchkey.command.account.AccountModel.no;
import static io.latchkey.event.Reason.*;
import static io.latchkey.value.Factor.EMAIL_CODE;

import io.latchkey.command.VerifyMailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The first mail of an account: a code with five tries and a link, good for half an hour; an address has one owner. */
final class MailboxModel {

    private final String owner;
    private final Map<String, String> addresses;
    private final GuessModel guesses;
    private String address = "";
    private String code = "";
    private String link = "";
    private Instant sentAt = Instant.MIN;
    private int strikes;
    boolean verified;
    Instant verifiedAt = Instant.MAX;

    MailboxModel(String owner, Map<String, String> addresses, GuessModel guesses) {
        this.owner = owner;
        this.addresses = addresses;
        this.guesses = guesses;
    }

    void open(String claimed, Answer sent, Instant now) {
        address = claimed;
        send(sent, now);
    }

    String resend(Answer sent, Instant now) {
        if (verified) {
            return no(NOT_FOUND);
        }
        if (now.isBefore(sentAt.plusSeconds(60))) {
            return "Throttled until " + sentAt.plusSeconds(60);
        }
        send(sent, now);
        return "Done";
    }

    private void send(Answer sent, Instant now) {
        code = sent.mailedCode();
        link = sent.mailedLink();
        sentAt = now;
        strikes = 0;
    }

    String verify(VerifyMailbox wish, Instant now) {
        if (verified) {
            return no(NOT_FOUND);
        }
        boolean guess = wish.link() == null;
        var until = guesses.waitUntil(EMAIL_CODE, false, now);
        if (guess && until != null) {
            return "Throttled until " + until;
        }
        if (!now.isBefore(sentAt.plus(Duration.ofMinutes(30)))) {
            return no(EXPIRED);
        }
        if (guess && (strikes >= 5 || guesses.disabled.contains(EMAIL_CODE))) {
            return no(FLOW_DEAD);
        }
        if (guess && !wish.code().digits().equals(code)) {
            strikes++;
            guesses.wrong(EMAIL_CODE, false, now);
            return no(WRONG_PROOF);
        }
        if (!guess && !wish.link().value().equals(link)) {
            return no(WRONG_PROOF);
        }
        if (!owner.equals(addresses.computeIfAbsent(address, free -> owner))) {
            return no(ADDRESS_TAKEN);
        }
        verified = true;
        verifiedAt = now;
        return "Done";
    }

    void release() {
        addresses.values().removeIf(owner::equals);
    }
}
