import type { Actor } from '#accounts/actor.ts';
import type { Arrived } from '#files/prepare.server.ts';
import { addFileOfRecord, type Keeping } from '#files/write.server.ts';
import { done, type Outcome } from '#platform/outcome.ts';
import type { KeptFile } from './report-form.ts';

interface Brought {
  readonly zone: string;
  readonly files: readonly Arrived[];
}

/** Keeps what somebody brings to show how a task goes; whoever calls has settled that they may report on it. */
export async function keepEvidenceFiles(
  keeping: Keeping,
  actor: Actor,
  { zone, files }: Brought,
): Promise<Outcome<KeptFile[]>> {
  const kept: KeptFile[] = [];
  for (const arrived of files) {
    const outcome = await addFileOfRecord(keeping, actor, { zone, arrived });
    if (!outcome.ok) return outcome;
    kept.push({ id: outcome.value.id, name: outcome.value.name });
  }
  return done(kept);
}
