-- A seller's own shop is accused of using somebody else's picture. Days are the marketplaces'; case_number is empty where
-- the marketplace named none. The days of earlier complaints are ISO 8601, with commas between, oldest first.
create table accusation (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  account_id integer not null references account (id),
  market text not null,
  shop_name text not null,
  case_number text not null,
  listing text not null,
  accused_of text not null,
  came_on text not null,
  same_holder_days text not null,
  other_days text not null,
  points_a integer not null,
  points_b integer not null,
  stage text not null check (
    stage in ('accused', 'answered', 'upheld', 'dismissed', 'appealed', 'overturned', 'final')),
  revision integer not null,
  recorded_at text not null,
  removed_at text
);

create index accusation_of_seller on accusation (seller_id, removed_at, id);
create index accusation_by_stage on accusation (seller_id, stage) where removed_at is null;
create unique index accusation_by_case on accusation (seller_id, market, case_number)
  where case_number <> '' and removed_at is null;

-- How it went on. A step that was taken back stays, with when.
create table accusation_step (
  id integer primary key autoincrement,
  accusation_id integer not null references accusation (id),
  account_id integer not null references account (id),
  from_stage text not null,
  to_stage text not null,
  happened_on text not null,
  recorded_at text not null,
  undone_at text
);

create index accusation_step_of on accusation_step (accusation_id, id);
