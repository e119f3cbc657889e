-- Policy files that an admin loaded. One that was not put in force waits to be looked at; put in force, it stands in the
-- line of its market in the order of put_order until it is taken back. The content is as it was loaded.
create table policy_file (
  id integer primary key autoincrement,
  name text not null,
  sha256 text not null,
  content text not null,
  policy text not null,
  version text not null,
  market text not null,
  valid_from text,
  account_id integer not null references account (id),
  loaded_at text not null,
  put_order integer unique,
  put_account_id integer references account (id),
  put_at text,
  taken_account_id integer references account (id),
  taken_at text
);

create unique index policy_file_by_content on policy_file (sha256) where taken_at is null;

-- Points that a seller's people know a shop to have from others' complaints, of one calendar year of the marketplace. The
-- newest that was not taken back counts.
create table shop_points (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  shop_key text not null,
  market text not null,
  ledger text not null,
  min_points integer not null,
  max_points integer,
  year integer not null,
  note text not null,
  account_id integer not null references account (id),
  stated_at text not null,
  taken_account_id integer references account (id),
  taken_at text
);

create index shop_points_by_shop on shop_points (seller_id, shop_key);

-- All that a complaint's seller was told when it was prepared: the forecast with what it rests on, as JSON. It stays as it
-- was, whatever is put in force later.
create table complaint_forecast (
  complaint_id integer primary key references complaint (id),
  answer text not null
);
