-- The day on which a second person let the batch go: until then its branch could not answer.
alter table batch add column released_on date;
