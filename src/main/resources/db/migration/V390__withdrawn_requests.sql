-- A request of a round that was cancelled is neither missed nor left.
alter table component_request drop constraint component_request_state_check;
alter table component_request add constraint component_request_state_check
    check (state in ('PLANNED', 'OPEN', 'ANSWERED', 'NO_COMMENT', 'MISSED', 'LEFT', 'UNREACHABLE', 'WITHDRAWN'));

-- A member's city may be deleted for good; what the association has asked of the member stays.
alter table component_request drop constraint component_request_member_municipality_fkey;
alter table component_request add constraint component_request_member_municipality_fkey
    foreign key (member_municipality) references municipality (id) on delete set null;
