-- Certificates whose original leaked, in their owner's words. Never changed.
create table certificate_void (
  certificate_id integer primary key references certificate (id),
  reason text not null,
  account_id integer not null references account (id),
  voided_at text not null
);

-- The same file is certified once by a seller; what was turned down, retired or voided does not stand in the way.
drop index certificate_of_file;
create unique index certificate_of_file on certificate (seller_id, sha256)
  where state not in ('refused', 'rejected', 'retired', 'voided');

-- Certificates that show the photograph of a voided one of another seller: it was out before they came.
create table leaked_copy (
  certificate_id integer not null references certificate (id),
  voided_id integer not null references certificate (id),
  primary key (certificate_id, voided_id)
);

-- The library is searched and filtered without reading the certificates themselves: only those of the page are read.
drop index certificate_of_seller;
create index certificate_library on certificate (seller_id, id, state, grade, account_id, created_at, title);

-- A person's own names for what the library's filters show; "query" is the part of its address after the question mark.
create table library_view (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  account_id integer not null references account (id),
  name text not null,
  query text not null,
  shared integer not null,
  created_at text not null
);

create unique index library_view_name on library_view (account_id, name);
create index library_view_of_seller on library_view (seller_id, shared, name);

-- Steps that many certificates are to take at once. "strangers" counts numbers that were asked for and are none of the
-- seller's; "query" is what the list showed. The rest is done beside the request, some hundreds a transaction, and goes on after a restart.
create table bulk_step (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  account_id integer not null references account (id),
  step text not null,
  total integer not null,
  strangers integer not null,
  query text not null,
  undo_of integer references bulk_step (id),
  asked_at text not null,
  ended_at text
);

create index bulk_step_open on bulk_step (ended_at, id);
create index bulk_step_of_seller on bulk_step (seller_id, id);
create unique index bulk_step_undone on bulk_step (undo_of);

-- "outcome" is null as long as nothing was tried, "moved", or the state that it was in and that the step does not start
-- from.
create table bulk_item (
  bulk_id integer not null references bulk_step (id),
  certificate_id integer not null references certificate (id),
  outcome text,
  primary key (bulk_id, certificate_id)
);

create index bulk_item_outcome on bulk_item (bulk_id, outcome, certificate_id);

-- The library in the order of titles, deep into it. PostgreSQL: the expression in parentheses of its own.
create index certificate_by_title on certificate
  (seller_id, lower(substr(title, 1, 40)), id, state, grade, account_id, created_at, title);
