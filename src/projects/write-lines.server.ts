import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { SigningLine } from './count.ts';
import type { SigningRow } from './read-ledger.server.ts';
import { signings } from './tables.server.ts';

interface Lines {
  readonly project: { readonly id: number; readonly zoneCode: string };
  readonly lines: readonly (SigningLine & { readonly row: SigningRow })[];
}

/** Writes lines that stand in the place of others: of the same day, with the same document. */
export async function addLines(tx: Tx, actor: Actor, { project, lines }: Lines): Promise<void> {
  if (lines.length === 0) return;
  const of = { projectId: project.id, zoneCode: project.zoneCode, actor: actor.id, actorName: actor.name };
  await tx.insert(signings).values(
    lines.map(({ kind, amount, increment, signedOn, row: { document, note, fixedAssets } }) => ({
      ...{ ...of, kind, amount, increment, signedOn, document, note, fixedAssets },
    })),
  );
}
