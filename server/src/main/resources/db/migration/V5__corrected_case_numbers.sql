-- Case numbers that were recorded with a complaint and then corrected: what stood there until when, and who replaced it.
create table earlier_case_number (
  id integer primary key autoincrement,
  complaint_id integer not null references complaint (id),
  case_number text not null,
  replaced_at text not null,
  replaced_by integer not null references account (id)
);

create index earlier_case_number_of_complaint on earlier_case_number (complaint_id);
