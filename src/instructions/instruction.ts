import { z } from 'zod';
import { holds, type Actor } from '#accounts/actor.ts';
import { isFileId } from '#files/file.ts';
import { isDay } from '#language/dates.ts';
import { instructionWords as words } from '#language/words/instructions.ts';
import type { Problem } from '#platform/outcome.ts';

/** What an instruction may be about. */
export const aboutKinds = ['plan', 'task', 'indicator', 'project', 'slip'] as const;
export type AboutKind = (typeof aboutKinds)[number];

export interface About {
  readonly kind: AboutKind;
  readonly id: number;
}

/** An instruction as lists and forms name it. */
export interface InstructionView {
  readonly id: number;
  readonly zoneCode: string;
  readonly leaderName: string;
  readonly body: string;
  readonly givenOn: string;
  readonly document: string | null;
  readonly about: About | undefined;
  readonly sample: boolean;
}

const isClean = (text: string) => !text.includes('\u0000') && text.isWellFormed();

/** What is written down of one. */
export const instructionInput = z.strictObject({
  zone: z.string().regex(/^\d{8}$/),
  body: z.string().trim().min(1).max(4000).refine(isClean),
  givenOn: z.string().refine(isDay),
  /** Whoever gave it, where that is not who writes it down. */
  leaderName: z.string().trim().max(80).refine(isClean).default(''),
  document: z.string().refine(isFileId).nullable().default(null),
  about: z
    .strictObject({ kind: z.enum(aboutKinds), id: z.number().int().positive() })
    .nullable()
    .default(null),
});

/** A leader of the zone instructs in the own name. */
export function canInstruct(actor: Actor, zone: string): boolean {
  return !actor.viewedBy && actor.memberships.some((one) => one.role === 'leader' && one.zone === zone);
}

/** A publisher of the zone writes down what a leader gave on paper; a leader may as well. */
export function canRecordInstruction(actor: Actor, zone: string): boolean {
  return !actor.viewedBy && holds(actor, ['publisher', 'leader'], zone);
}

export function instructionProblems(error: z.ZodError): Problem[] {
  const fields = new Set(error.issues.map(({ path }) => String(path[0] ?? 'form')));
  return [...fields].map((field) => ({ field, says: words.wrong[field] ?? words.wrongForm }));
}

/** `task-12`, as an address says what something is about. */
export function aboutNamed(text: string): About | undefined {
  const [, named, id] = /^([a-z]+)-(\d{1,15})$/.exec(text) ?? [];
  const kind = aboutKinds.find((one) => one === named);
  return kind && { kind, id: Number(id) };
}
