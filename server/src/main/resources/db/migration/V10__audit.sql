-- Who did what, and who looked at what. account_id is null for the server itself, seller_id (whose it was) for what
-- belongs to the server. No name is copied here: an account that is made nameless is nameless here too.
create table audit (
  id integer primary key autoincrement,
  at text not null,
  account_id integer references account (id),
  device_id integer references device (id),
  seller_id integer references seller (id),
  action text not null,
  subject text not null,
  subject_id integer not null,
  details text not null
);

create index audit_of_seller on audit (seller_id, id);
create index audit_of_action on audit (action, seller_id);
create index audit_of_account on audit (account_id, action, subject_id, at);

-- Never changed, by no program. PostgreSQL: one trigger with a function that raises.
create trigger audit_is_not_changed before update on audit
begin
  select raise(abort, 'the audit log is never changed');
end;

create trigger audit_is_not_deleted before delete on audit
begin
  select raise(abort, 'the audit log is never changed');
end;
