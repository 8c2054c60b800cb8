import type { Received } from '#files/receive.server.ts';
import { addFile } from '#files/write.server.ts';
import { done, type Outcome } from '#platform/outcome.ts';

/** Keeps the paper that an instruction was given on, where the form brought one. */
export async function keptPaper(
  locals: App.Locals,
  { zone, received }: { zone: string; received: Received },
): Promise<Outcome<string | null>> {
  const [arrived] = received.files;
  if (!arrived) return done(null);
  const kept = await addFile(locals, locals.actor, { zone, arrived });
  return kept.ok ? done(kept.value.id) : kept;
}
