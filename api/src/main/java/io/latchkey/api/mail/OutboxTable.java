package io.latchkey.api.mail;

import io.latchkey.value.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox as the database keeps it. */
final class OutboxTable {

    private final JdbcClient jdbc;

    OutboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this mail is here already. */
    boolean add(Draft draft) {
        var mail = draft.mail();
        var allowance = mail.allowance();
        return jdbc.sql("""
                        insert into outbox (mail_id, account_id, kind, state, allowance, recipient_digest,
                            sealed_recipient, sealed_letter, created_at, due_at, next_at, expires_at, last_at)
                        values (:id, :account, :kind, :state, :allowance, :digest,
                            :recipient, :letter, :now, :due, :due, :expires, :now)
                        on conflict do nothing""")
                        .param("id", mail.id())
                        .param("account", UUID.fromString(mail.account().value()))
                        .param("kind", mail.kind().name())
                        .param("state", draft.state().name())
                        .param("allowance", allowance == null ? null : allowance.name())
                        .param("digest", draft.recipientDigest())
                        .param("recipient", draft.sealedRecipient())
                        .param("letter", draft.sealedLetter())
                        .param("now", time(draft.now()))
                        .param("due", time(draft.due()))
                        .param("expires", time(mail.expiresAt()))
                        .update()
                == 1;
    }

    Optional<Queued> find(UUID id) {
        return jdbc.sql("select * from outbox where mail_id = ?")
                .param(id)
                .query(Queued.class)
                .optional();
    }

    /** The last mail of its kind that was or will be sent, held until the transaction ends. */
    Optional<Queued> latest(AccountId account, Kind kind) {
        return jdbc.sql("""
                        select * from outbox where account_id = ? and kind = ? and state <> 'SUPPRESSED'
                        order by due_at desc limit 1 for update""")
                .params(UUID.fromString(account.value()), kind.name())
                .query(Queued.class)
                .optional();
    }

    int countFor(String recipientDigest, Allowance allowance, Instant since) {
        return jdbc.sql("""
                        select count(*) from outbox
                        where recipient_digest = ? and allowance = ? and state <> 'SUPPRESSED' and created_at > ?""")
                .params(recipientDigest, allowance.name(), time(since))
                .query(Integer.class)
                .single();
    }

    void merge(UUID into, String sealedLetter, Instant at, Instant expires) {
        jdbc.sql("""
                        update outbox set merged = merged + 1, sealed_letter = ?, last_at = ?,
                            expires_at = greatest(expires_at, ?)
                        where mail_id = ? and state = 'PENDING'""").params(sealedLetter, time(at), time(expires), into).update();
    }

    /** Only kind, times and state stay, and for a day the digest that the limits count. */
    void sent(UUID id, Instant at) {
        jdbc.sql("""
                        update outbox set state = 'SENT', sealed_recipient = null, sealed_letter = null,
                            attempts = attempts + 1, last_error = null, ended_at = ?
                        where mail_id = ? and state = 'PENDING'""").params(time(at), id).update();
    }

    void failed(UUID id, String error, Instant next) {
        jdbc.sql("""
                        update outbox set attempts = attempts + 1, last_error = ?, next_at = ?
                        where mail_id = ? and state = 'PENDING'""").params(error, time(next), id).update();
    }

    /** A notice keeps its text for the operator to send again; a code that is stale is good for nothing. */
    void died(Queued mail, String error, Instant at) {
        var keeps = mail.kind().notice();
        jdbc.sql("""
                        update outbox set state = 'DEAD', last_error = coalesce(last_error, ?), ended_at = ?,
                            sealed_recipient = case when ? then sealed_recipient end,
                            sealed_letter = case when ? then sealed_letter end
                        where mail_id = ? and state = 'PENDING'""").params(error, time(at), keeps, keeps, mail.mailId()).update();
    }

    /** False when it is not dead, or there is nothing left of it to send. */
    boolean revive(UUID id, Instant now, Duration life) {
        return jdbc.sql("""
                        update outbox set state = 'PENDING', attempts = 0, next_at = ?, expires_at = ?, ended_at = null
                        where mail_id = ? and state = 'DEAD' and sealed_letter is not null""").params(time(now), time(now.plus(life)), id).update() == 1;
    }

    void remove(UUID id) {
        jdbc.sql("delete from outbox where mail_id = ?").param(id).update();
    }

    void forget(AccountId account) {
        jdbc.sql("delete from outbox where account_id = ?")
                .param(UUID.fromString(account.value()))
                .update();
    }

    List<Queued> page(@Nullable State state, @Nullable Queued after, int limit) {
        return jdbc.sql("""
                        select * from outbox
                        where (cast(:state as text) is null or state = :state)
                          and (cast(:id as uuid) is null or (created_at, mail_id) < (:at, :id))
                        order by created_at desc, mail_id desc limit :limit""")
                .param("state", state == null ? null : state.name())
                .param("id", after == null ? null : after.mailId())
                .param("at", after == null ? OffsetDateTime.MAX : after.createdAt())
                .param("limit", limit)
                .query(Queued.class)
                .list();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
