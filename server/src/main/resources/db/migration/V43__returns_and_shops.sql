-- A copy that was looked for and not found any more. Whatever is seen of it after that has come back.
create table gone_copy (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  recheck_id integer not null references recheck (id),
  complaint_id integer not null references complaint (id),
  site text not null,
  listing_id text not null,
  shop_key text not null,
  certificate_id integer not null references certificate (id),
  looked_at text not null
);

create index gone_copy_of_listing on gone_copy (seller_id, site, listing_id, certificate_id, looked_at);
create index gone_copy_of_shop on gone_copy (seller_id, shop_key, certificate_id, looked_at);

-- Findings that are such a return, and which complaint had it taken down.
create table came_back (
  finding_id integer primary key references finding (id),
  seller_id integer not null references seller (id),
  complaint_id integer not null references complaint (id),
  shop_key text not null,
  noticed_at text not null
);

create index came_back_by_shop on came_back (seller_id, shop_key);

-- The same picture twice on one listing and day, but gone in between: again counts how often it was.
alter table sighting add column again integer not null default 0;
drop index sighting_once_a_day;
create unique index sighting_once_a_day
  on sighting (seller_id, site, listing_id, picture_sha256, day, strip, certificate_id, again);

-- Shops in which a copy was seen, as ShopKey tells them apart; the name as a page showed it last.
create table shop (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  shop_key text not null,
  market text not null,
  site text not null,
  shop_id text not null,
  name text not null,
  last_seen text not null
);

insert into shop (seller_id, shop_key, market, site, shop_id, name, last_seen)
  select f.seller_id, f.shop_key, s.market, s.site, s.shop_id, s.shop_name, s.seen_at
  from (select seller_id, shop_key, max(last_sighting_id) as last_one from finding group by seller_id, shop_key) f
    join sighting s on s.id = f.last_one;

create unique index shop_by_key on shop (seller_id, shop_key);
create index shop_by_time on shop (seller_id, last_seen, id);

create index finding_of_shop_by_time on finding (seller_id, shop_key, last_sighting_id, state);
create index complaint_of_seller on complaint (seller_id, market, site, prepared_at, submitted_at, state, id);

-- When somebody was mailed last about what is due; off_at: since when they want no such mail.
create table due_mail (
  account_id integer primary key references account (id),
  mailed_at text,
  off_at text
);
