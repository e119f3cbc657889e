-- Item pages on which each browser did not find a part that it knows them by, on a day of its own calendar, so far; no
-- number ever becomes smaller. The site is the short name of a marketplace, not a host.
create table coverage_changed (
  seller_id integer not null references seller (id),
  device_id integer not null references device (id),
  day text not null,
  market text not null,
  site text not null,
  part text not null,
  listings integer not null,
  primary key (seller_id, day, device_id, market, site, part)
);
