-- Uploads that arrive in pieces and survive a broken connection. What was received lies in the folder "uploads", named by
-- the file's number; received counts only bytes that were forced to the disk.
create table upload (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  account_id integer not null references account (id),
  unpublished integer not null,
  basis text not null,
  first_published text,
  published_on text,
  created_at text not null,
  touched_at text not null,
  closed_at text
);

create index upload_of_account on upload (account_id, id);
create index upload_open on upload (touched_at) where closed_at is null;

create table upload_file (
  id integer primary key autoincrement,
  upload_id integer not null references upload (id),
  name text not null,
  bytes integer not null,
  modified integer not null,
  received integer not null,
  skipped integer not null default 0,
  state text not null check (state in ('receiving', 'received', 'done'))
);

create index upload_file_of on upload_file (upload_id, id);
create index upload_file_waiting on upload_file (id) where state = 'received';

-- What became of a file: one line, or one for each photograph of a zip file.
create table upload_line (
  id integer primary key autoincrement,
  file_id integer not null references upload_file (id),
  name text not null,
  state text not null,
  certificate_id integer not null,
  code text,
  existing integer not null
);

create index upload_line_of on upload_line (file_id, id);
