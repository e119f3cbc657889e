-- What others say about when the log had come so far. Each row stands for itself: the checkpoint that it is about is kept
-- with it, so that it can be checked without this store. Nothing is kept here that did not hold when it came.

-- What a time-stamp authority answered (RFC 3161); its time is as it stated it.
create table time_stamp (
  id integer primary key autoincrement,
  origin text not null,
  size bigint not null,
  root text not null,
  note text not null,
  token blob not null,
  stated_time text not null,
  authority text not null,
  fingerprint text not null,
  url text not null,
  received_at text not null,
  unique (origin, size, root, fingerprint)
);

-- What a witness signed (c2sp.org/tlog-cosignature); the line is the note's signature line without its end.
create table cosignature (
  id integer primary key autoincrement,
  origin text not null,
  size bigint not null,
  root text not null,
  note text not null,
  line text not null,
  witness text not null,
  stated_time text not null,
  received_at text not null,
  unique (origin, size, root, witness)
);

create index cosignature_by_witness on cosignature (origin, witness, size);

-- How far asking them has come; done_* are of the last success.
create table outside_errand (
  name text primary key check (name in ('stamp', 'witness')),
  url text not null,
  tries integer not null,
  tried_at text,
  next_at text,
  fault text,
  detail text,
  done_at text,
  done_origin text,
  done_size bigint
);

-- The other servers' logs that this one is a witness of: how far each had come when it last signed. A size never shrinks.
create table witnessed_log (
  origin text primary key,
  size bigint not null,
  root text not null,
  note text not null,
  signed_at text not null
);
