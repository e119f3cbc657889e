-- The marketplace's day on which a part was submitted, where it was stated and recorded on a later one.
alter table complaint_part add column stated_on text;

-- In how many parts the complaint is lodged: it waits until each is recorded. Unknown of those handed over before: they wait
-- until they are taken back, or handed over again.
alter table complaint_hand_over add column parts integer;
