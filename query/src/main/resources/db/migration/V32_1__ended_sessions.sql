-- An ended session stays until it would have run out: one that is missing is then one that the read models do not know yet.
alter table session_view add column ended_at timestamptz;
