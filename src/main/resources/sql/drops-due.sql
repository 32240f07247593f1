-- Drops that are not answered yet, in the order of their receipts.
select receipt from drop_log where step in ('RECEIVED', 'READ', 'SETTLED') order by receipt
