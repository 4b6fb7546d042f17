-- Jobs that nobody tries any more are few among all the timers of later days, and are counted every half minute.
create index act_idx_job_given_up on camunda.act_ru_job (id_) where retries_ = 0;
