-- How far the time of this installation is put ahead of the database's, to try out what waits for days; never in production.
alter table installation add column ahead interval not null default interval '0';
