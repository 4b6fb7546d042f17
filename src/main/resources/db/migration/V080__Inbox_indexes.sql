-- Lists of tasks ask whether any revoked right concerns the person: few rows, if any, among a grant per open task.
create index act_idx_auth_revoked on camunda.act_ru_authorization (type_) where type_ = 2;
