-- What the first review saw in a certificate's photograph and was not sure enough of to refuse it. The percentage is of
-- the picture's area; the other certificate is of the same seller. Never changed.
create table first_remark (
  id integer primary key autoincrement,
  certificate_id integer not null references certificate (id),
  kind text not null check (kind in ('collage', 'border', 'text', 'words', 'watermark', 'overlap')),
  percent integer not null,
  other_id integer references certificate (id)
);

create index first_remark_certificate on first_remark (certificate_id);
