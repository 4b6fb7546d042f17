-- The job executor asks every second which jobs are due. Timers of measures wait for months: without an index it reads
-- all of them each time.
create index act_idx_job_due on camunda.act_ru_job (duedate_);
