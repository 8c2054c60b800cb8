import { z } from 'zod';
import { actsFor, holds, isOperator, type Actor } from '#accounts/actor.ts';
import { isDay } from '#language/dates.ts';
import { connectionWords as words } from '#language/words/connections.ts';
import type { Problem } from '#platform/outcome.ts';
import {
  endReasons,
  stateAfter,
  whyNotStep,
  type ConnectionState,
  type Person,
  type Standing,
  type Step,
} from './state.ts';

/** As much of a connection as decides who has to do with it. */
export interface Sides {
  readonly needOrganisationId: number;
  readonly offerOrganisationId: number;
  readonly needZoneCode: string;
  readonly offerZoneCode: string;
}

/** As whom an actor has to do with a connection; nobody else is told that there is one. */
export function personsOf(actor: Actor, sides: Sides): Person[] {
  const is: Readonly<Record<Person, boolean>> = {
    need: actsFor(actor, sides.needOrganisationId),
    offer: actsFor(actor, sides.offerOrganisationId),
    broker: holds(actor, ['broker'], sides.needZoneCode) || holds(actor, ['broker'], sides.offerZoneCode),
  };
  return (['need', 'offer', 'broker'] as const).filter((person) => is[person]);
}

export const gone: Problem = { field: 'connection', says: words.notFound };

/** As whom this actor may take that step now, or why they may not. */
export function asWhom(
  actor: Actor,
  connection: Sides & Standing,
  step: Step,
): { readonly as: Person } | { readonly problem: Problem } {
  const persons = personsOf(actor, connection);
  if (persons.length === 0) return { problem: gone };
  const answers = persons.map((party) => ({
    party,
    why: whyNotStep(step, connection, { party, accountId: actor.accountId }),
  }));
  const able = answers.find(({ why }) => why === undefined);
  if (able) return { as: able.party };
  const why = ['taken-over', 'not-now', 'not-yours'].find((one) => answers.some((answer) => answer.why === one));
  return { problem: { field: 'connection', says: hindrance(why, connection.state) } };
}

function hindrance(why: string | undefined, state: ConnectionState) {
  if (why === 'taken-over') return words.takenOver;
  return why === 'not-now' ? words.notNow(words.states[state]) : words.notYours;
}

/** Whether a button for that step is shown; the verb asks the same. */
export function mayTake(actor: Actor, connection: Sides & Standing, step: Step): boolean {
  return !actor.viewedBy && 'as' in asWhom(actor, connection, step) && stateAfter(connection.state, step) !== undefined;
}

/** Who looks after it gives it on; an operator also in their place. */
export function mayHandOver(actor: Actor, { brokerId }: Standing): boolean {
  return brokerId !== null && (actor.accountId === brokerId || isOperator(actor));
}

const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
/** Text that a database keeps: without a NUL and without half a character. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !text.includes('\0') && text.isWellFormed());

export const declineInput = z.strictObject({
  id,
  reason: z.enum(endReasons).exclude(['silence']),
  note: line(2000).default(''),
});
export const messageInput = z.strictObject({ id, body: line(4000), files: z.array(z.uuid()).max(20).default([]) });
export const nextStepInput = z.strictObject({
  id,
  nextStep: line(500),
  nextStepOn: z.union([z.literal('').transform(() => null), z.string().refine(isDay), z.null()]).default(null),
});
export const meetingInput = nextStepInput.extend({
  heldOn: z.string().refine(isDay),
  attendees: line(1000).min(1),
  agreed: line(4000).min(1),
});

export type DeclineInput = z.input<typeof declineInput>;
export type MessageInput = z.input<typeof messageInput>;
export type NextStepInput = z.input<typeof nextStepInput>;
export type MeetingInput = z.input<typeof meetingInput>;
