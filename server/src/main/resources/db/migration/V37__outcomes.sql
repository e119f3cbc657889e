-- Each change of a complaint, as it was recorded; never changed but for undone_by, the step that took it back. detail is
-- JSON: what the person stated, and what stood before, so that taking it back loses nothing. The day is the
-- marketplace's own.
create table complaint_step (
  id integer primary key autoincrement,
  complaint_id integer not null references complaint (id),
  account_id integer not null references account (id),
  kind text not null,
  from_state text not null,
  to_state text not null,
  happened_on text not null,
  recorded_at text not null,
  detail text not null,
  undone_by integer references complaint_step (id)
);

create index complaint_step_by_complaint on complaint_step (complaint_id);

-- What the marketplace decided, as it stands now; one that was corrected is in the steps. Ledger and points are null where
-- the marketplace does not tell them.
create table complaint_outcome (
  complaint_id integer primary key references complaint (id),
  result text not null check (result in ('upheld', 'self-check', 'dismissed', 'withdrawn')),
  decided_on text not null,
  ledger text,
  points integer,
  reason text not null,
  note text not null,
  account_id integer not null references account (id),
  recorded_at text not null
);

-- What has to be done by when, and what may be expected by when; worked out from the marketplace's data when a step was
-- recorded, so that newer data does not move a day that somebody relies on. Where sources disagree, first_on and last_on
-- are the earliest and the latest day, and due_on the one to go by. unsure: it was counted over days of a year whose
-- holidays were not known.
create table complaint_deadline (
  complaint_id integer not null references complaint (id),
  seller_id integer not null references seller (id),
  kind text not null,
  due_on text not null,
  first_on text not null,
  last_on text not null,
  unsure integer not null,
  source text not null,
  recorded_at text not null,
  done_at text,
  primary key (complaint_id, kind)
);

create index complaint_deadline_by_day on complaint_deadline (seller_id, due_on) where done_at is null;

-- Looking at a listing again once it should be gone: one row for each time that it is due.
create table recheck (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  complaint_id integer not null references complaint (id),
  sighting_id integer not null references sighting (id),
  step_id integer not null references complaint_step (id),
  due_on text not null,
  result text check (result in ('listing-gone', 'picture-gone', 'still-there', 'not-seen')),
  client_key text,
  looked_at text,
  account_id integer references account (id)
);

create index recheck_by_seller on recheck (seller_id, due_on) where result is null;
create index recheck_by_complaint on recheck (complaint_id);
create unique index recheck_by_key on recheck (seller_id, client_key) where client_key is not null;
