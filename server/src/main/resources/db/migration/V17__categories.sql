-- What a certificate's photograph shows, as its owner states: a category of the program's own list, and whether a person
-- is in it. Certificates from before have none.
create table certificate_subject (
  certificate_id integer primary key references certificate (id),
  category text not null,
  person text not null check (person in ('yes', 'no', 'unknown'))
);

create index certificate_subject_category on certificate_subject (category, certificate_id);

-- What a seller chose last: the next upload begins with it.
create table seller_subject (
  seller_id integer primary key references seller (id),
  category text not null,
  person text not null check (person in ('yes', 'no', 'unknown'))
);

-- Categories that this server gives no certificates for.
create table closed_category (
  category text primary key,
  account_id integer not null references account (id),
  closed_at text not null
);
