-- How full the programme was when the batch was frozen; not known of older ones and of what is sent again.
alter table batch add column places_used bigint;
alter table batch add column places_quota bigint;
