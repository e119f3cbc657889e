-- When a seller's daily theft report is made: an hour of the seller's own clock (seller_zone), 0 to 23. No row: on, at 8.
create table report_setting (
  seller_id integer primary key references seller (id),
  daily integer not null,
  hour integer not null check (hour between 0 and 23)
);

-- A theft report. A daily one is of one day of the seller's calendar and begins where the one before ended: it covers the
-- sightings that were stored after from_sighting, up to to_sighting, whenever they were seen; so none is left out, and none
-- is told twice, whatever clocks do. Numbers of sightings grow in the order in which they are committed, because there is
-- one writer; PostgreSQL: take a lock that storing a sighting takes too. One on demand covers what it was asked for. Never
-- changed, but for when it was handed over.
create table report (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  kind text not null check (kind in ('daily', 'demand')),
  day text not null,
  zone text not null,
  from_at text not null,
  to_at text not null,
  from_sighting integer not null,
  to_sighting integer not null,
  account_id integer references account (id),
  made_at text not null,
  shops integer not null,
  listings integer not null,
  findings integer not null,
  fresh integer not null,
  sightings integer not null,
  licensed integer not null,
  own integer not null,
  dismissed integer not null,
  coverage text not null,
  handed_at text
);

create unique index report_of_day on report (seller_id, day) where kind = 'daily';
create index report_of_seller on report (seller_id, id);
create index report_to_hand_over on report (id) where handed_at is null;

-- What a report lists: a finding, its last sighting that the report covers, and how it stood when the report was made.
-- places are where it was seen, such as "main 1,detail 3". PostgreSQL: leave out "without rowid".
create table report_line (
  report_id integer not null references report (id),
  place integer not null,
  finding_id integer not null references finding (id),
  sighting_id integer not null references sighting (id),
  fresh integer not null,
  times integer not null,
  state text not null,
  places text not null,
  primary key (report_id, place)
) without rowid;

create index report_line_of_finding on report_line (finding_id, report_id);
create index sighting_by_receipt on sighting (seller_id, received_at);

-- How many sightings each day of the marketplaces has, and how many copies were seen for the first time; written with each
-- sighting, so that nobody counts a million of them to draw a chart. place is taobao, tmall, or the host name of a site.
create table seen_on_day (
  seller_id integer not null references seller (id),
  day text not null,
  place text not null,
  sightings integer not null,
  findings integer not null,
  primary key (seller_id, day, place)
);

insert into seen_on_day (seller_id, day, place, sightings, findings)
  select s.seller_id, s.day, case when s.market = 'other' then s.site else s.market end, count(*),
    sum(case when f.first_sighting_id = s.id then 1 else 0 end)
  from sighting s join finding f on f.id = s.finding_id
  group by s.seller_id, s.day, case when s.market = 'other' then s.site else s.market end;
