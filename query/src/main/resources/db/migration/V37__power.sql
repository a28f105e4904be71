-- Which groups an account leads by its own events, and since when it has less power over others than it had.
alter table account_view
    add column leads         text[] not null default '{}',
    add column power_lost_at timestamptz;
