-- What an upload's photographs show, as its owner states it for all of them; null in uploads from before that was asked.
alter table upload add column category text;
alter table upload add column person text;
