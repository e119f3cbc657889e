-- Listings and shops that a team wants looked at again. An entry that was taken off stays for a while, so that this can
-- be undone. The last visit is kept with the entry: the list is sorted by it.
create table watch_entry (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  kind text not null check (kind in ('listing', 'shop')),
  watch_key text not null,
  market text not null,
  site text not null,
  address text not null,
  title text not null,
  shop_name text not null,
  note text not null,
  account_id integer not null references account (id),
  added_at text not null,
  removed_at text,
  visited_at text,
  visit_id integer,
  unique (seller_id, watch_key)
);

create index watch_entry_by_visit on watch_entry (seller_id, removed_at, visited_at, id);

-- Visits to entries. A browser sends each under a key of its own, and may send it again with more in it.
create table watch_visit (
  id integer primary key autoincrement,
  entry_id integer not null references watch_entry (id),
  client_key text not null,
  account_id integer not null references account (id),
  device_id integer not null references device (id),
  visited_at text not null,
  day text not null,
  received_at text not null,
  pictures integer not null,
  failed integer not null,
  copies integer not null,
  unique (entry_id, client_key)
);

create index watch_visit_by_time on watch_visit (entry_id, visited_at);
create index watch_visit_by_day on watch_visit (entry_id, day);

-- What each browser has looked at on a day of its own calendar, so far; no number ever becomes smaller.
create table coverage_day (
  seller_id integer not null references seller (id),
  device_id integer not null references device (id),
  day text not null,
  told_at text not null,
  primary key (seller_id, day, device_id)
);

create table coverage_market (
  seller_id integer not null references seller (id),
  device_id integer not null references device (id),
  day text not null,
  market text not null,
  listings integer not null,
  shops integer not null,
  pictures integer not null,
  primary key (seller_id, day, device_id, market)
);

create table coverage_failure (
  seller_id integer not null references seller (id),
  device_id integer not null references device (id),
  day text not null,
  market text not null,
  reason text not null,
  pictures integer not null,
  primary key (seller_id, day, device_id, market, reason)
);
