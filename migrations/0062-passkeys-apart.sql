-- A passkey is its owner's alone, like everything else that proves who somebody is.
alter table passkey enable row level security;
alter table passkey force row level security;
create policy passkey_of_its_owner on passkey using (sees_everything() or account_id = asking_account());
