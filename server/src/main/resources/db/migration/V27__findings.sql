-- A shop that may use a seller's photographs: all of them, or those that licence_certificate names. Days are the
-- marketplaces'; until_day is the last one, null for as long as nobody ends it.
create table licence (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  shop_group text not null,
  shop_id text not null,
  name text not null,
  whole integer not null,
  until_day text,
  note text not null,
  account_id integer not null references account (id),
  stated_at text not null,
  ended_at text,
  ended_by integer references account (id)
);

create index licence_of_shop on licence (seller_id, shop_group, shop_id);

create table licence_certificate (
  licence_id integer not null references licence (id),
  certificate_id integer not null references certificate (id),
  primary key (licence_id, certificate_id)
);

-- A finding is one copy of one certificate on one listing, however often and on however many days it was seen. Its state is
-- the truth; sighting.state repeats it, so that lists of sightings need no other table.
create table finding (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  certificate_id integer not null references certificate (id),
  market text not null,
  site text not null,
  listing_id text not null,
  shop_key text not null,
  shop_group text not null,
  shop_id text not null,
  form text not null,
  original_left integer not null,
  original_top integer not null,
  original_right integer not null,
  original_bottom integer not null,
  state text not null,
  revision integer not null,
  later_until text,
  first_sighting_id integer not null references sighting (id),
  last_sighting_id integer not null references sighting (id),
  sightings integer not null,
  licence_id integer references licence (id)
);

alter table sighting add column finding_id integer references finding (id);

-- Only for what follows: which shop a sighting is of, as ShopKey names it.
alter table sighting add column shop_key text not null default '';

update sighting set shop_key = case
  when shop_id <> '' then 'number ' || (case when market in ('taobao', 'tmall') then 'alibaba' else site end)
    || ' ' || shop_id
  when shop_name <> '' then 'name ' || (case when market in ('taobao', 'tmall') then 'alibaba' else site end)
    || ' ' || shop_name
  else 'listing ' || site || ' ' || listing_id
end;

-- What was stored before: sightings of one certificate on one listing that show the same part and were decided alike.
insert into finding (seller_id, certificate_id, market, site, listing_id, shop_key, shop_group, shop_id, form,
    original_left, original_top, original_right, original_bottom, state, revision, first_sighting_id, last_sighting_id,
    sightings)
  select seller_id, certificate_id, market, site, listing_id,
    shop_key,
    case when market in ('taobao', 'tmall') then 'alibaba' else site end, shop_id, form,
    original_left, original_top, original_right, original_bottom, state, 1, min(id), max(id), count(*)
  from sighting
  group by seller_id, certificate_id, market, site, listing_id, shop_key, shop_id, form,
    original_left, original_top, original_right, original_bottom, state;

create index finding_of_listing on finding (seller_id, site, listing_id, certificate_id);
create index finding_by_state on finding (seller_id, state, last_sighting_id);
create index finding_of_seller on finding (seller_id, last_sighting_id);
create index finding_by_shop on finding (seller_id, state, shop_key, id, later_until);
create index finding_of_shop on finding (seller_id, shop_id, shop_group, state);
create index finding_of_certificate on finding (certificate_id, state);

update sighting set finding_id = (
  select f.id from finding f
  where f.seller_id = sighting.seller_id and f.site = sighting.site and f.listing_id = sighting.listing_id
    and f.market = sighting.market and f.shop_key = sighting.shop_key and f.certificate_id = sighting.certificate_id and f.form = sighting.form and f.state = sighting.state
    and f.original_left = sighting.original_left and f.original_top = sighting.original_top
    and f.original_right = sighting.original_right and f.original_bottom = sighting.original_bottom
  order by f.id limit 1);

alter table sighting drop column shop_key;

create index sighting_of_finding on sighting (finding_id, id);
create index sighting_of_picture on sighting (seller_id, picture_sha256, certificate_id);

-- One way to tell shops apart, for findings and complaints: Taobao's and Tmall's numbers are of one kind.
update complaint set shop_key = 'number alibaba ' || shop_id where market in ('taobao', 'tmall') and shop_id <> '';
update complaint set shop_key = 'name alibaba ' || shop_name
  where market in ('taobao', 'tmall') and shop_id = '' and shop_name <> '';
update complaint set shop_key = 'name ' || site || ' ' || shop_name
  where market not in ('taobao', 'tmall') and shop_id = '' and shop_name <> '';

-- What a person decided about a finding, and about others with it. Never changed but for its end.
create table decision (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  finding_id integer not null references finding (id),
  kind text not null check (kind in ('copy', 'licensed', 'own', 'not-a-copy', 'later', 'new')),
  reason text not null,
  account_id integer not null references account (id),
  made_at text not null,
  undone_at text,
  undone_by integer references account (id),
  own_shop_id integer,
  licence_id integer references licence (id)
);

create index decision_of_account on decision (account_id, id);
create index decision_of_seller on decision (seller_id, id);

-- Every finding that a decision changed, and how; revision is the finding's after it.
create table decision_finding (
  decision_id integer not null references decision (id),
  finding_id integer not null references finding (id),
  from_state text not null,
  to_state text not null,
  from_later text,
  from_licence integer,
  revision integer not null,
  primary key (decision_id, finding_id)
);

create index decision_of_finding on decision_finding (finding_id, decision_id);

create index sighting_of_strip on sighting (seller_id, strip) where strip <> '';

-- Whose clock a seller goes by: an IANA time zone. No row: Asia/Shanghai.
create table seller_zone (
  seller_id integer primary key references seller (id),
  zone text not null
);
