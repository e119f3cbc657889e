-- Why a seller complains although something speaks against it: their own words, kept with the complaint. Never changed.
create table complaint_reason (
  complaint_id integer not null references complaint (id),
  code text not null,
  reason text not null,
  account_id integer not null references account (id),
  stated_at text not null,
  primary key (complaint_id, code)
);

-- Which of its sightings each is about.
create table complaint_reason_sighting (
  complaint_id integer not null references complaint (id),
  code text not null,
  sighting_id integer not null references sighting (id),
  primary key (complaint_id, code, sighting_id)
);
