-- A complaint that was withdrawn before anybody submitted it holds its sightings no longer: "released" is 0 as long as it
-- does, then the complaint's number.
alter table complaint_sighting add column released integer not null default 0;
drop index complaint_of_sighting;
create unique index complaint_of_sighting on complaint_sighting (sighting_id, released);

-- Complaints about many listings of one shop, asked for at once. What they are is worked out when they are asked for; they
-- are prepared beside the request, some a transaction, and that goes on after a restart. "strangers" counts what was
-- ticked and is none of the shop's.
create table complaint_batch (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  account_id integer not null references account (id),
  client_key text not null,
  shop_key text not null,
  market text not null,
  site text not null,
  shop_name text not null,
  strangers integer not null,
  browser text not null,
  language text not null,
  asked_at text not null,
  ended_at text,
  undone_at text,
  undone_by integer references account (id)
);

create unique index complaint_batch_by_key on complaint_batch (seller_id, client_key);
create index complaint_batch_open on complaint_batch (id) where ended_at is null;
create index complaint_batch_of_shop on complaint_batch (seller_id, shop_key, id);
create index complaint_batch_of_seller on complaint_batch (seller_id, id);

-- "part" counts the complaints that it was split into; "from_state" is where the finding stood. "outcome" is null as long
-- as nothing was tried, "prepared", or why it was left.
create table complaint_batch_item (
  batch_id integer not null references complaint_batch (id),
  finding_id integer not null references finding (id),
  sighting_id integer not null references sighting (id),
  from_state text not null,
  part integer not null,
  outcome text,
  complaint_id integer references complaint (id),
  primary key (batch_id, finding_id)
);

create index complaint_batch_part on complaint_batch_item (batch_id, part, outcome);

-- Letters that ask a shop to take pictures down by a day: what was sent, and until when. "closed_as" says how it ended:
-- the shop took them down, the seller goes on to a complaint, or the letter was taken back. Never changed but for that end.
create table rectify_letter (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  account_id integer not null references account (id),
  client_key text not null,
  shop_key text not null,
  shop_name text not null,
  language text not null,
  subject text not null,
  body text not null,
  sent_on text not null,
  due_on text not null,
  recorded_at text not null,
  closed_as text check (closed_as in ('taken-down', 'complain', 'taken-back')),
  closed_at text,
  closed_by integer references account (id)
);

create unique index rectify_letter_by_key on rectify_letter (seller_id, client_key);
create index rectify_letter_of_seller on rectify_letter (seller_id, id);
create index rectify_letter_due on rectify_letter (seller_id, due_on) where closed_as is null;

-- The findings that a letter is about, where they stood before it, and their revision after it.
create table rectify_finding (
  letter_id integer not null references rectify_letter (id),
  finding_id integer not null references finding (id),
  sighting_id integer not null references sighting (id),
  from_state text not null,
  revision integer not null,
  primary key (letter_id, finding_id)
);

create index rectify_of_finding on rectify_finding (finding_id, letter_id);
