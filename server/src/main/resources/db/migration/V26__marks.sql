-- What was read of the invisible mark in the pictures of sightings: a number in decimal digits, empty if there was none.
create table sighting_mark (
  sighting_id integer primary key references sighting (id),
  number text not null,
  confidence integer not null
);
