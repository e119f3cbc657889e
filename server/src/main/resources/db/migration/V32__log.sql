-- The append-only log of certificates, decisions and evidence. A log is never rewritten: after an old backup came back a
-- successor starts, so there may be several; the newest is the one in use.
create table log (
  id integer primary key autoincrement,
  origin text not null unique,
  size integer not null,
  last_at text not null,
  started_at text not null
);

-- Hashes of the tree, 256 to a tile (c2sp.org/tlog-tiles). At level 0 those of leaves, above those of full tiles.
create table log_tile (
  log_id integer not null references log (id),
  level integer not null,
  number integer not null,
  hashes blob not null,
  primary key (log_id, level, number)
);

-- What each leaf commits to. Salt and record are together in "extra"; without them, after they were erased, nobody
-- learns anything from the commitment.
create table log_leaf (
  log_id integer not null references log (id),
  number integer not null,
  kind text not null,
  seller_id integer references seller (id),
  certificate_id integer references certificate (id),
  complaint_id integer references complaint (id),
  commitment blob not null,
  extra blob,
  appended_at text not null,
  primary key (log_id, number)
);

create index log_leaf_by_certificate on log_leaf (certificate_id, log_id, number) where certificate_id is not null;
create index log_leaf_by_complaint on log_leaf (complaint_id, log_id, number) where complaint_id is not null;
create index log_leaf_by_seller on log_leaf (seller_id, log_id, number);

-- Checkpoints that were signed, for each size at most one.
create table log_checkpoint (
  log_id integer not null references log (id),
  size integer not null,
  root blob not null,
  note text not null,
  signed_at text not null,
  primary key (log_id, size)
);

-- Keys that signed, the newest last. "statement" is what the key before said of this one; null for the first, and where
-- the key before could not be trusted any more.
create table log_key (
  id integer primary key autoincrement,
  log_id integer not null references log (id),
  fingerprint text not null,
  verifier_key text not null,
  statement text,
  used_from text not null
);

create index log_key_by_log on log_key (log_id, id);
