-- The same shot in another colour of the goods has a certificate of its own, and a remark that says so.
create table first_remark_new (
  id integer primary key autoincrement,
  certificate_id integer not null references certificate (id),
  kind text not null
    check (kind in ('collage', 'border', 'text', 'words', 'watermark', 'overlap', 'recoloured')),
  percent integer not null,
  other_id integer references certificate (id)
);

insert into first_remark_new select id, certificate_id, kind, percent, other_id from first_remark;

drop table first_remark;

alter table first_remark_new rename to first_remark;

create index first_remark_certificate on first_remark (certificate_id);
