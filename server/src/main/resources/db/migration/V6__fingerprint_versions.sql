-- Fingerprints of two kernel versions may stand beside each other: those of this program, and those of the version
-- before, for browsers that were not updated yet. Copied into a table that is ordered by its key, since all of it is read
-- at each start. PostgreSQL: leave out "without rowid".
create table fingerprint_of_version (
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
  primary key (certificate_id, kernel, place)
) without rowid;

insert into fingerprint_of_version
  select certificate_id, place, kernel, region_left, region_top, region_right, region_bottom, quality, radius, hash
  from fingerprint order by certificate_id, kernel, place;

drop table fingerprint;

alter table fingerprint_of_version rename to fingerprint;

-- A certificate whose fingerprints of a version are being computed anew (failed is null), or could not be: why. What
-- succeeded has no row. A row is written before each attempt, so that a picture that ends the program is not tried for ever.
create table refingerprint (
  certificate_id integer not null references certificate (id),
  kernel integer not null,
  attempts integer not null,
  failed text,
  at text not null,
  primary key (certificate_id, kernel)
);

-- The version that a device asked for when it last asked for fingerprints; null if it never did.
alter table device add column kernel integer;

-- The parts that match, in ten-thousandths of width and height: of the picture seen (region), and of the certified
-- photograph (original). Version 1 matched whole pictures only.
alter table sighting add column region_left integer not null default 0;
alter table sighting add column region_top integer not null default 0;
alter table sighting add column region_right integer not null default 10000;
alter table sighting add column region_bottom integer not null default 10000;
alter table sighting add column original_left integer not null default 0;
alter table sighting add column original_top integer not null default 0;
alter table sighting add column original_right integer not null default 10000;
alter table sighting add column original_bottom integer not null default 10000;
