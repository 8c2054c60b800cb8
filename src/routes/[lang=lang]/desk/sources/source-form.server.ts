import { z } from 'zod';
import { sourceWords as words } from '#language/words/sources.ts';
import type { Db } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { paces, type SourceInput } from '#sources/source.ts';
import { zoneMeant } from '../zone-choice.server.ts';

/** The form as it is sent: what is empty was not said. */
const sent = z.object({
  zone: z.string().trim().max(100).default(''),
  name: z.string().max(400).default(''),
  address: z.string().max(4000).default(''),
  column: z.string().max(40).default(''),
  hosts: z.string().max(6000).default(''),
  pace: z.string().max(10).default('360'),
  publish: z.string().max(10).optional(),
});

export interface TypedSource extends Omit<z.output<typeof sent>, 'publish'> {
  readonly publish: boolean;
}

export async function typedSource(request: Request): Promise<TypedSource | undefined> {
  const form = sent.safeParse(Object.fromEntries(await request.formData()));
  return form.success ? { ...form.data, publish: form.data.publish !== undefined } : undefined;
}

/** What the verb is asked; `zone` is the one the source has already, where it has one. */
export async function sourceInputFrom(db: Db, typed: TypedSource, zone?: string): Promise<Outcome<SourceInput>> {
  const meant = zone === undefined ? await zoneMeant(db, typed.zone) : done(zone);
  if (!meant.ok) return meant;
  const everyMinutes = paces.find((minutes) => String(minutes) === typed.pace);
  if (!everyMinutes) return refused({ field: 'everyMinutes', says: words.fieldWrong });
  const hosts = typed.hosts.split(/[\s,，;；]+/).filter(Boolean);
  const { name, address, column, publish } = typed;
  return done({ zone: meant.value, name, address, column: column || null, publish, hosts, everyMinutes });
}
