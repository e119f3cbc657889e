-- Attempts at the exam. correct (of all questions) and passed are null until the last question is answered.
create table exam_attempt (
  id integer primary key autoincrement,
  account_id integer not null references account (id),
  started_at text not null,
  finished_at text,
  correct integer,
  passed integer
);

create index exam_of_account on exam_attempt (account_id, id);

-- The questions of an attempt in their order, drawn when it began; answers: the order in which the answers of a question
-- stand, whole numbers parted by commas. chosen (a place in that order) is null until it is answered, then never changed.
create table exam_question (
  attempt_id integer not null references exam_attempt (id),
  place integer not null,
  question text not null,
  answers text not null,
  chosen integer,
  correct integer,
  answered_at text,
  primary key (attempt_id, place)
);
