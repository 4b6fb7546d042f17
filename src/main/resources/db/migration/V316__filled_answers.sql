-- Four eyes: who fills the form for somebody who asks has worked on the step, who only answers in words has not.
alter table task_event add column filled boolean not null default false;
comment on column task_event.filled is 'Die Antwort kam mit ausgefülltem Formular: Wer sie gab, hat an dem Schritt mitgearbeitet.';
