-- Times are ISO 8601 in UTC with milliseconds; hashes of secrets and files are SHA-256 in hexadecimal.
-- PostgreSQL takes this too but for two types: "integer primary key autoincrement" and "blob".

create table seller (
  id integer primary key autoincrement,
  name text not null,
  created_at text not null
);

create table account (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  name text not null,
  language text,
  created_at text not null
);

create table account_role (
  account_id integer not null references account (id),
  role text not null check (role in ('owner', 'member', 'reviewer', 'admin')),
  primary key (account_id, role)
);

create table sign_in_link (
  hash text primary key,
  account_id integer not null references account (id),
  created_at text not null,
  expires_at text not null,
  used_at text
);

create table session (
  hash text primary key,
  account_id integer not null references account (id),
  created_at text not null,
  last_used_at text not null,
  expires_at text not null
);

create table pairing_code (
  hash text primary key,
  account_id integer not null references account (id),
  created_at text not null,
  expires_at text not null,
  used_at text
);

create table device (
  id integer primary key autoincrement,
  account_id integer not null references account (id),
  token_hash text not null unique,
  name text not null,
  created_at text not null,
  last_used_at text,
  revoked_at text
);

create table certificate (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  account_id integer not null references account (id),
  title text not null,
  state text not null,
  grade text not null,
  basis text not null,
  first_published text,
  sha256 text not null,
  bytes integer not null,
  media_type text,
  width integer not null,
  height integer not null,
  created_at text not null,
  certified_at text,
  monitored_at text
);

-- The same file is certified once by a seller; what was turned down or retired does not stand in the way.
create unique index certificate_of_file on certificate (seller_id, sha256)
  where state not in ('refused', 'rejected', 'retired');
create index certificate_by_state on certificate (seller_id, state, id);
create index certificate_awaiting on certificate (state, id);

create table fingerprint (
  certificate_id integer not null references certificate (id),
  place integer not null,
  kernel integer not null,
  region_left integer not null,
  region_top integer not null,
  region_right integer not null,
  region_bottom integer not null,
  quality integer not null,
  radius integer not null,
  hash blob not null,
  primary key (certificate_id, place)
);

-- What was decided about a certificate, by the machine (account_id is null) or a person. Never changed.
create table review (
  id integer primary key autoincrement,
  certificate_id integer not null references certificate (id),
  stage text not null check (stage in ('first', 'second')),
  decision text not null check (decision in ('pass', 'refuse', 'approve', 'reject')),
  code text,
  reason text,
  account_id integer references account (id),
  own_upload integer not null,
  decided_at text not null
);

create index review_of_certificate on review (certificate_id, id);

-- Every step of a certificate's life. Never changed.
create table certificate_event (
  id integer primary key autoincrement,
  certificate_id integer not null references certificate (id),
  from_state text,
  to_state text not null,
  account_id integer references account (id),
  happened_at text not null
);

create index event_of_certificate on certificate_event (certificate_id, id);

create table sighting (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  certificate_id integer not null references certificate (id),
  account_id integer not null references account (id),
  device_id integer references device (id),
  state text not null,
  verdict text not null,
  method text not null,
  distance integer not null,
  radius integer not null,
  form text not null,
  kernel integer not null,
  claimed_certificate integer not null,
  market text not null,
  site text not null,
  page_url text not null,
  listing_id text not null,
  title text not null,
  shop_id text not null,
  shop_name text not null,
  picture_url text not null,
  fetched_url text not null,
  role text not null,
  position integer not null,
  picture_sha256 text not null,
  picture_bytes integer not null,
  picture_media_type text not null,
  picture_width integer not null,
  picture_height integer not null,
  raster_sha256 text,
  seen_at text not null,
  received_at text not null,
  day text not null,
  extension text not null,
  browser text not null,
  language text not null
);

create unique index sighting_once_a_day on sighting (seller_id, site, listing_id, picture_sha256, day);
create index sighting_by_state on sighting (seller_id, state, id);

-- The reports that led to a sighting: the same report sent again finds the same sighting.
create table sighting_report (
  seller_id integer not null references seller (id),
  client_key text not null,
  sighting_id integer not null references sighting (id),
  received_at text not null,
  primary key (seller_id, client_key)
);

create table complaint (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  account_id integer not null references account (id),
  device_id integer references device (id),
  client_key text not null,
  state text not null,
  market text not null,
  site text not null,
  shop_key text not null,
  shop_id text not null,
  shop_name text not null,
  prepared_at text not null,
  stated_prepared_at text not null,
  ownership_statement text not null,
  no_screenshot text,
  screenshot_sha256 text,
  screenshot_media_type text,
  screenshot_bytes integer,
  policy_id text,
  policy_version text,
  forecast text,
  manifest_sha256 text not null,
  case_number text,
  submitted_at text,
  submitted_by integer references account (id)
);

create unique index complaint_by_key on complaint (seller_id, client_key);
create index complaint_by_shop on complaint (seller_id, shop_key);

create table complaint_sighting (
  complaint_id integer not null references complaint (id),
  sighting_id integer not null references sighting (id),
  place integer not null,
  primary key (complaint_id, sighting_id)
);

create unique index complaint_of_sighting on complaint_sighting (sighting_id);
