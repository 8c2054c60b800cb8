import type { Actor } from '#accounts/actor.ts';
import type { Arrived } from '#files/prepare.server.ts';
import { addFile, type Keeping } from '#files/write.server.ts';
import { done, type Outcome } from '#platform/outcome.ts';
import type { KeptFile } from './report-form.ts';

interface Brought {
  readonly zone: string;
  readonly files: readonly Arrived[];
}

/**
 * Keeps what a report brings as files of its zone. Who may report need not write for the zone otherwise: for these files
 * alone it counts as if, and whoever calls has settled that they may report.
 */
export async function keepReportFiles(
  keeping: Keeping,
  { id, name }: Actor,
  { zone, files }: Brought,
): Promise<Outcome<KeptFile[]>> {
  const bringer: Actor = { id, name, memberships: [{ role: 'editor', zone }] };
  const kept: KeptFile[] = [];
  for (const arrived of files) {
    const outcome = await addFile(keeping, bringer, { zone, arrived });
    if (!outcome.ok) return outcome;
    kept.push({ id: outcome.value.id, name: outcome.value.name });
  }
  return done(kept);
}
