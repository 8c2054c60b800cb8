import type { Actor } from '#accounts/actor.ts';
import type { Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { ProjectRow } from '../read-row.server.ts';
import { changed } from '../write-changed.server.ts';

interface Noted {
  readonly row: ProjectRow;
  readonly action: string;
  readonly changes: Changes;
  readonly today: string;
}

/** Remembers what was done beside the stages of a project; its light follows. Nothing changed is nothing done. */
export async function noted(tx: Tx, actor: Actor, { row, action, changes, today }: Noted): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await remember(tx, actor, { kind: 'project', record: String(row.id), action, changes, zone: row.zoneCode });
  await changed(tx, row, today);
}
