alter table device_view add column key_bound_at timestamptz;
