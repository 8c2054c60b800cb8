import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** The role the processes work as: it owns nothing and passes no policy by. One name for all databases of a server. */
export const appRole = 'yuanlian_app';

// From PostgreSQL 16 on, whoever makes a role may grant it, but is not yet allowed to become it.
const make = `do $$ declare enough text := case when current_setting('server_version_num')::int < 160000 then 'MEMBER' else 'SET' end;
begin
  if not exists (select from pg_roles where rolname = '${appRole}') then create role ${appRole} nologin; end if;
  if not pg_has_role(current_user, '${appRole}', enough) then
    execute format('grant ${appRole} to %I', current_user);
  end if;
exception
  -- Another database of the same server was quicker, or this user may not: then an administrator has to.
  when duplicate_object or unique_violation or insufficient_privilege then null;
end $$`;

/** Everything in our schemas, then less of what only the owner or a trigger may write. */
const share = `do $$ declare name text; begin
  if not exists (select from pg_roles where rolname = '${appRole}') then return; end if;
  for name in
    select distinct nspname from pg_namespace n join pg_class c on c.relnamespace = n.oid
    where c.relkind in ('r', 'p') and pg_get_userbyid(c.relowner) = current_user
      and nspname <> 'information_schema' and nspname !~ '^pg_'
  loop
    execute format('grant usage on schema %I to ${appRole}', name);
    execute format('grant select, insert, update, delete on all tables in schema %I to ${appRole}', name);
    execute format('grant usage, select on all sequences in schema %I to ${appRole}', name);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to ${appRole}', name);
    execute format('alter default privileges in schema %I grant usage, select on sequences to ${appRole}', name);
  end loop;
  revoke update, delete on history from ${appRole};
  revoke insert, update, delete on history_chain from ${appRole};
  revoke insert, update, delete on schema_migration from ${appRole};
end $$`;

const isShared = `select not exists (
    select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = 'public' and not has_table_privilege(r.oid, c.oid, 'select')
  ) and not has_table_privilege(r.oid, 'history', 'update') and not has_table_privilege(r.oid, 'history_chain', 'insert') as shared
  from pg_roles r where r.rolname = '${appRole}'`;

/** Makes the role where that is possible and gives it what it needs of a schema that may just have changed. */
export async function shareWithApp(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ shared: boolean }>(isShared);
  if (rows[0]?.shared && (await mayBecomeApp(client))) return;
  await inTurn(() => client.query(make));
  await inTurn(() => client.query(share));
}

/** The role is shared by all databases of the server: another one may just be writing the same row of its catalogue. */
async function inTurn(change: () => Promise<unknown>, attempt = 1): Promise<void> {
  try {
    await change();
  } catch (error) {
    const isRace = error instanceof Error && /concurrently updated/.test(error.message);
    if (!isRace || attempt === 10) throw error;
    await sleep(20 * attempt);
    await inTurn(change, attempt + 1);
  }
}

/** Whether this user can put itself into the role. */
export async function mayBecomeApp(client: pg.ClientBase): Promise<boolean> {
  const became = await client.query(`set role ${appRole}`).then(
    () => true,
    () => false,
  );
  await client.query('reset role');
  return became;
}

/** What keeps zones apart beneath the program: a role without property, policies forced on the owner, or nothing. */
export async function wallOf(client: pg.ClientBase): Promise<'role' | 'owner' | 'nothing'> {
  if (await mayBecomeApp(client)) return 'role';
  const { rows } = await client.query<{ passes: boolean }>(
    'select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user',
  );
  return rows[0]?.passes ? 'nothing' : 'owner';
}

/** The same address, for connections that are the role from their first moment, so that `reset role` leads nowhere. */
export function addressAsApp(url: string): string {
  return withOption(url, `role=${appRole}`);
}

/**
 * The same address, for connections that see every row without saying who asks: for signing in, which has to look before
 * anybody is known. For nothing else.
 */
export function addressOfGate(url: string): string {
  return withOption(url, 'yuanlian.zones=*');
}

function withOption(url: string, setting: string): string {
  const [base = '', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  const options = [parameters.get('options'), `-c ${setting}`].filter(Boolean).join(' ');
  parameters.set('options', options);
  return `${base}?${String(parameters).replaceAll('+', '%20')}`;
}
