-- Every list asks for the grants of a person or of the person's groups. Those of groups have an index of the engine's; with
-- one for people as well both are looked up instead of reading the grants of all tasks of all municipalities. Nearly all
-- grants are for groups, so the index is small and a new task costs nothing more.
create index act_idx_auth_user on camunda.act_ru_authorization (user_id_) where user_id_ is not null;
