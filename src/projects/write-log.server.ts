import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { ProjectLogKind } from './project.ts';
import { projectLog } from './tables.server.ts';

interface Line {
  readonly kind: ProjectLogKind;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly note: string;
}

/** Writes lines into a project's own log. */
export async function keepLog(
  tx: Tx,
  { id: actor, name: actorName }: Actor,
  {
    project,
    lines,
  }: { readonly project: { readonly id: number; readonly zoneCode: string }; readonly lines: readonly Line[] },
): Promise<void> {
  const { id: projectId, zoneCode } = project;
  await tx.insert(projectLog).values(
    lines.map(({ kind, from: fromValue, to: toValue, on: happenedOn, note }) => ({
      ...{ projectId, zoneCode, kind, fromValue, toValue, happenedOn, note, actor, actorName },
    })),
  );
}
