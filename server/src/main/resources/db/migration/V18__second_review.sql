-- Photographs of one person that came shortly after each other: a reviewer looks at them as one contact sheet.
create table upload_series (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  account_id integer not null references account (id),
  last_at text not null,
  photographs integer not null
);

create index series_of_account on upload_series (account_id, id);

-- A certificate's place in the queue of second reviews. Whether it still waits is the certificate's state. The deadline
-- is computed once and never earlier than it was. "draw" is what chance said where a share of the pictures is looked at by a
-- person: null as long as nothing was drawn, "person" or "machine"; "one_in" the share it was drawn with.
create table second_review (
  certificate_id integer primary key references certificate (id),
  series_id integer not null references upload_series (id),
  entered_at text not null,
  due_at text not null,
  draw text check (draw in ('person', 'machine')),
  one_in integer,
  notified_at text
);

create index second_review_of_series on second_review (series_id, certificate_id);

-- Decisions that the reviewer took back shortly after. The decision stays on record. Never changed.
create table review_undo (
  review_id integer primary key references review (id),
  account_id integer not null references account (id),
  undone_at text not null
);

-- How second reviews run on this server; the newest row holds. Never changed.
create table review_setting (
  id integer primary key autoincrement,
  zone text not null,
  working_days integer not null,
  one_in integer not null,
  account_id integer references account (id),
  set_at text not null
);

-- Calendars of working days that an admin loaded, as they were; a year in a newer one replaces that year. Never changed.
create table working_calendar (
  id integer primary key autoincrement,
  content text not null,
  account_id integer not null references account (id),
  loaded_at text not null
);

-- What reviewers were told: how many reviews are late, and since when the oldest is. Never changed.
create table review_notice (
  id integer primary key autoincrement,
  pictures integer not null,
  oldest_due_at text not null,
  told_at text not null
);
