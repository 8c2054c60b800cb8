import { z } from 'zod';
import type { BothSides } from './read-sides.server.ts';
import { connectionStates, type ConnectionState, type Step } from './state.ts';
import type { Light } from './light.ts';

/** The columns of the board; what has ended is a list. */
export const boardStates = connectionStates.filter((state) => state !== 'ended');
export type BoardState = (typeof boardStates)[number];

/** A step that is one press of a button; the others are forms on the connection's own page. */
export const buttonSteps = [
  'propose',
  'accept',
  'contact',
  'negotiate',
  'take-over',
] as const satisfies readonly Step[];
export type ButtonStep = (typeof buttonSteps)[number];

const choice = <const T extends readonly string[]>(values: T) => z.enum(values).optional().catch(undefined);
const number = z.string().regex(/^\d{1,15}$/);

/** What the address of the board asks for; what it does not know is left out. */
export const boardQuery = z.object({
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .transform((text) => text.replaceAll('\0', ''))
    .optional()
    .catch(undefined),
  zone: z
    .string()
    .regex(/^\d{8}$/)
    .optional()
    .catch(undefined),
  side: choice(['need', 'offer']),
  broker: z
    .union([z.enum(['mine', 'none']), number])
    .optional()
    .catch(undefined),
  overdue: choice(['yes']),
  /** Came into its state within the last thirty days. */
  moved: choice(['30']),
  /** Became effective in that year. */
  effective: z
    .string()
    .regex(/^20\d\d$/)
    .optional()
    .catch(undefined),
  /** One column alone, a page at a time. */
  state: choice(boardStates),
  after: z.string().max(200).optional().catch(undefined),
});
export type BoardQuery = z.output<typeof boardQuery>;

/** The address of the board that asks for this. */
export function boardAddress(query: BoardQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export interface BoardCard extends BothSides {
  readonly id: number;
  readonly state: ConnectionState;
  readonly days: number;
  readonly broker: string;
  readonly nextStep: string;
  readonly nextStepOn: string | null;
  readonly silentUntil: Date | null;
  readonly light: Light | undefined;
  readonly steps: readonly ButtonStep[];
  readonly sample: boolean;
}

export interface BoardColumn {
  readonly state: BoardState;
  readonly total: number;
  readonly cards: readonly BoardCard[];
  readonly next: string | undefined;
}
