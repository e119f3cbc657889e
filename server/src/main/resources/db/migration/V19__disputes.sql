-- What a contested certificate was before, and will be again if it stands. Kept when it is revoked, for a reopening.
alter table certificate add column contested_from text;

-- The same file, whoever's it is.
create index certificate_of_sha256 on certificate (sha256);

-- Certificates that are to be compared with those of all other sellers. "waiting" until that is done.
create table claim_check (
  certificate_id integer primary key references certificate (id),
  state text not null check (state in ('waiting', 'done', 'failed')),
  attempts integer not null,
  at text not null
);

create index claim_check_by_state on claim_check (state, certificate_id);

-- Two sellers' certificates of one picture. Which of them is "a" is drawn by lot, so that the order says nothing. "pair"
-- is the two numbers, the smaller first: what was once decided is not opened anew by the machine. "later" is the
-- certificate whose entry opened it, "opener" its seller.
create table dispute (
  id integer primary key autoincrement,
  side_a integer not null references certificate (id),
  side_b integer not null references certificate (id),
  pair text not null unique,
  later integer not null references certificate (id),
  opener integer not null references seller (id),
  opened_by text not null check (opened_by in ('match', 'claim')),
  finding text not null check (finding in ('same-file', 'copy', 'claimed')),
  agreement integer not null,
  state text not null check (state in ('open', 'decided', 'closed')),
  opened_at text not null
);

create index dispute_by_state on dispute (state, id);
create index dispute_of_a on dispute (side_a, id);
create index dispute_of_b on dispute (side_b, id);

-- Decisions. A reopened dispute gets another; the earlier ones stay. Never changed.
create table dispute_decision (
  id integer primary key autoincrement,
  dispute_id integer not null references dispute (id),
  outcome text not null check (outcome in ('uphold', 'transfer', 'void', 'both')),
  owner text not null check (owner in ('a', 'b', 'neither', 'both')),
  groundless_a integer not null,
  groundless_b integer not null,
  reasons text not null,
  told text not null,
  account_id integer not null references account (id),
  decided_at text not null
);

create index decision_of_dispute on dispute_decision (dispute_id, id);

-- Who had a decided dispute looked at again, and why. Never changed.
create table dispute_reopening (
  id integer primary key autoincrement,
  dispute_id integer not null references dispute (id),
  reason text not null,
  account_id integer not null references account (id),
  reopened_at text not null
);

-- What a side says for itself, or against a decision. Never changed.
create table dispute_statement (
  id integer primary key autoincrement,
  certificate_id integer not null references certificate (id),
  kind text not null check (kind in ('statement', 'appeal')),
  words text not null,
  account_id integer not null references account (id),
  said_at text not null
);

create index statement_of_certificate on dispute_statement (certificate_id, id);

-- A seller says that certificate number "against", which they only know by number, is of their own photograph.
create table dispute_claim (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  certificate_id integer not null references certificate (id),
  against integer not null,
  reason text not null,
  state text not null check (state in ('waiting', 'opened', 'dismissed')),
  groundless integer not null,
  answer text,
  account_id integer not null references account (id),
  made_at text not null,
  handled_by integer references account (id),
  handled_at text
);

create index claim_by_state on dispute_claim (state, id);
create index claim_of_seller on dispute_claim (seller_id, id);

-- How disputes are opened on this server; the newest row holds. Never changed.
create table dispute_setting (
  id integer primary key autoincrement,
  at_upload integer not null,
  most_groundless integer not null,
  account_id integer references account (id),
  set_at text not null
);
