-- The local features of a certificate's photograph, of one version: whoever asks with those of another version is told to
-- update, so nothing older is kept. 37 bytes a feature, about 55 KB a certificate.
create table feature_set (
  certificate_id integer primary key references certificate (id),
  version integer not null,
  features blob not null
);

-- An attempt is one at fingerprints and features of these versions; a new version of either is a new try. PostgreSQL
-- could alter the key in place.
create table refingerprint_of_versions (
  certificate_id integer not null references certificate (id),
  kernel integer not null,
  features integer not null,
  attempts integer not null,
  failed text,
  at text not null,
  primary key (certificate_id, kernel, features)
);

insert into refingerprint_of_versions (certificate_id, kernel, features, attempts, failed, at)
  select certificate_id, kernel, 0, attempts, failed, at from refingerprint;

drop table refingerprint;

alter table refingerprint_of_versions rename to refingerprint;

-- How a copy lies on its original. All numbers are ten-thousandths; lists are whole numbers parted by commas: corners x,y
-- of outlines, and points x,y in the copy, then x,y in the original. None for the same file. Never changed.
create table sighting_geometry (
  sighting_id integer primary key references sighting (id),
  copy_outline text not null,
  original_outline text not null,
  copy_share integer not null,
  original_share integer not null,
  agreement integer not null,
  points text not null
);

-- A picture that is no copy of one photograph may be one of another, on the same listing and day.
drop index sighting_once_a_day;
create unique index sighting_once_a_day
  on sighting (seller_id, site, listing_id, picture_sha256, day, strip, certificate_id);
