-- Lists of tasks are shown by due date, fifteen at a time: with an index a page is read off, instead of putting all tasks of
-- a city in order first. Many tasks are due on the same day; their ids give all pages one order.
create index act_idx_task_due on camunda.act_ru_task (due_date_, id_);
