-- What is planned for a project is written by one person and told in public: it begins a version of its own.
alter table publication drop constraint publication_causes_check;
alter table publication add constraint publication_causes_check
    check (causes <@ array['DECISION', 'RECORD', 'STATUS_REPORT', 'STARTER_PROJECTS', 'MILESTONES', 'PROJECT_RESULT', 'PHASE_SUMMARY',
                           'WORKSHOP', 'EVALUATION', 'ENDED', 'CORRECTION']);
alter table publication drop constraint publication_causes_since_check;
alter table publication add constraint publication_causes_since_check
    check (causes_since <@ array['DECISION', 'RECORD', 'STATUS_REPORT', 'STARTER_PROJECTS', 'MILESTONES', 'PROJECT_RESULT',
                                 'PHASE_SUMMARY', 'WORKSHOP', 'EVALUATION', 'ENDED', 'CORRECTION']);
