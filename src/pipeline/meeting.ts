import { z } from 'zod';
import { holds, type Actor } from '#accounts/actor.ts';
import { cleanText } from '#events/said.ts';
import { isDay } from '#language/dates.ts';
import type { TwoText } from '#language/lang.ts';
import type { ProjectLight, Stage } from '#projects/project.ts';
import type { ReasonToday } from '#projects/standing.ts';

/** Something that happened to a project between two meetings. */
export interface Moved {
  readonly kind: 'stage' | 'status' | 'merge' | 'split' | 'signing' | 'arrival';
  readonly from: string;
  readonly to: string;
  /** Yuan, of a signing and an arrival. */
  readonly amount: number | null;
  readonly on: string;
  readonly note: string;
}

export interface MovedProject {
  readonly id: number;
  readonly reference: string;
  readonly name: TwoText;
  readonly stage: Stage;
  readonly moved: readonly Moved[];
}

/** A project that does not get on, as it stood on the day of the meeting. */
export interface StuckProject {
  readonly id: number;
  readonly reference: string;
  readonly name: TwoText;
  readonly stage: Stage;
  readonly light: ProjectLight;
  readonly reasons: readonly ReasonToday[];
  readonly days: number;
  /** How long this stage usually takes; null where nobody waits. */
  readonly usual: number | null;
  readonly nextStep: string;
  readonly nextStepOn: string | null;
  readonly managerName: string;
}

export interface Decision {
  readonly id: number;
  readonly project: { readonly id: number; readonly name: TwoText } | undefined;
  readonly body: string;
  readonly unit: TwoText | undefined;
  readonly personName: string;
  readonly dueOn: string | null;
  readonly task: { readonly id: number; readonly state: string; readonly light: string } | undefined;
}

export interface Meeting {
  readonly id: number;
  readonly zone: { readonly code: string; readonly name: TwoText };
  readonly heldOn: string;
  readonly since: string;
  readonly chair: string;
  readonly present: string;
  readonly notes: string;
  readonly stuck: readonly StuckProject[];
  readonly revision: number;
  readonly sample: boolean;
}

/** Who keeps the meetings of a zone: those who keep its projects. */
export function canHoldMeetings(actor: Actor, zone: string): boolean {
  return !actor.viewedBy && holds(actor, ['broker', 'publisher', 'leader'], zone);
}

const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const day = z.string().refine(isDay);
const said = { chair: cleanText(80), present: cleanText(1000), notes: cleanText(8000) };

export const newMeeting = z.strictObject({
  zone: z.string().regex(/^\d{8}$/),
  heldOn: day,
  since: day,
  ...said,
});
export type NewMeeting = z.input<typeof newMeeting>;

export const meetingChange = z.strictObject({ id, revision: id, ...said });
export type MeetingChange = z.input<typeof meetingChange>;

/** What is decided; with a unit and a day it is a task for them. */
export const newDecision = z.strictObject({
  meeting: id,
  projectId: id.nullable(),
  body: cleanText(500, 1),
  unitId: id.nullable(),
  personName: cleanText(80),
  dueOn: day.nullable(),
});
export type NewDecision = z.input<typeof newDecision>;
