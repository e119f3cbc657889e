-- A seller's private files that prove where photographs come from. A file is kept once a seller; what it proves is said by
-- its uses. Facts of a camera file are null where it has none.
create table proof (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  account_id integer not null references account (id),
  sha256 text not null,
  bytes integer not null,
  name text not null,
  media_type text,
  width integer not null,
  height integer not null,
  looks text,
  has_exif integer not null,
  camera text,
  software text,
  taken_at text,
  created_at text not null
);

create unique index proof_of_file on proof (seller_id, sha256);

-- One file may serve several certificates, each time as something else. Removing marks the use; nothing is deleted.
create table proof_use (
  id integer primary key autoincrement,
  certificate_id integer not null references certificate (id),
  proof_id integer not null references proof (id),
  kind text not null,
  account_id integer not null references account (id),
  added_at text not null,
  removed_by integer references account (id),
  removed_at text
);

create unique index proof_used_once on proof_use (certificate_id, proof_id) where removed_at is null;
create index proof_use_of on proof_use (certificate_id, id);
