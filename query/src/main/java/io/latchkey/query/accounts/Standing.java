package io.latchkey.query.accounts;

/** Who could help others today: the same that is asked of an account before it is counted on. */
final class Standing {

    /** Of the row of account_view that is called a. */
    static final String STANDS = """
            a.frozen_at is null and 'TOTP' <> all (a.disabled) and exists (
                select 1 from authenticator_view t where t.account_id = a.account_id and t.status = 'ACTIVE')""";

    private Standing() {}
}
