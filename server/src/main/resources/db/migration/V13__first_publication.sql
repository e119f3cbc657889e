-- Where and when a photograph was first published, as its owner states it: the last row counts, none is ever changed.
create table first_publication (
  id integer primary key autoincrement,
  certificate_id integer not null references certificate (id),
  place text not null,
  published_on text,
  account_id integer not null references account (id),
  stated_at text not null
);

create index first_publication_of on first_publication (certificate_id, id);

insert into first_publication (certificate_id, place, account_id, stated_at)
  select id, first_published, account_id, created_at from certificate where first_published is not null;

-- Photographs that were published before have a state of their own once both reviews passed. PostgreSQL: to_char(now()
-- at time zone 'UTC', …) in place of strftime.
insert into certificate_event (certificate_id, from_state, to_state, account_id, happened_at)
  select id, 'certified', 'registered', null, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') from certificate
  where state = 'certified' and grade = 'registered-after-publication';

update certificate set state = 'registered' where state = 'certified' and grade = 'registered-after-publication';
