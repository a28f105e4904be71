-- The way a case goes, and when one that waits comes to its end; the rows from before went by recovery code.
alter table recovery_view
    add column way          text not null default 'RECOVERY_CODE',
    add column completes_at timestamptz;

alter table account_view
    add column reset_id           text,
    add column reset_completes_at timestamptz;
