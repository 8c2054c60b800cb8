import { stages, type Stage } from '../project.ts';

/** What needs a kind of proof: each signing, each arrival, a project that has reached a stage; or nothing does. */
export const neededFors = ['', 'signing', 'arrival', ...stages] as const;
export type NeededFor = (typeof neededFors)[number];

interface Tag {
  readonly id: number;
  readonly neededFor: NeededFor;
  readonly isUsed: boolean;
}

interface Shown {
  readonly tagId: number;
  readonly document: string;
  readonly signingId: number | null;
  readonly arrivalId: number | null;
}

/** A line of a ledger that counts, so that it needs its proof. */
export interface ProvenLine {
  readonly id: number;
  readonly document: string | null;
}

export interface ToProve {
  readonly stage: Stage;
  readonly signings: readonly ProvenLine[];
  readonly arrivals: readonly ProvenLine[];
}

export interface MissingProof {
  readonly tagId: number;
  readonly of: 'project' | 'signing' | 'arrival';
  /** The line that it is missing for. */
  readonly line: number | null;
}

/** Which proof is not there yet. A line is proven by what was shown of it, or by its own document. */
export function missingProof(
  tags: readonly Tag[],
  { stage, signings, arrivals }: ToProve,
  shown: readonly Shown[],
): MissingProof[] {
  const asked = tags.filter(({ isUsed, neededFor }) => isUsed && neededFor !== '');
  return asked.flatMap(({ id: tagId, neededFor }): MissingProof[] => {
    const own = shown.filter((one) => one.tagId === tagId);
    const missing = (lines: readonly ProvenLine[], of: 'signing' | 'arrival') =>
      lines.filter((line) => !isProven(line, of, own)).map((line) => ({ tagId, of, line: line.id }));
    if (neededFor === 'signing') return missing(signings, 'signing');
    if (neededFor === 'arrival') return missing(arrivals, 'arrival');
    const isReached = stages.indexOf(stage) >= stages.indexOf(neededFor as Stage);
    return isReached && own.length === 0 ? [{ tagId, of: 'project', line: null }] : [];
  });
}

function isProven({ id, document }: ProvenLine, of: 'signing' | 'arrival', own: readonly Shown[]): boolean {
  const isAbout = (one: Shown) => (of === 'signing' ? one.signingId : one.arrivalId) === id;
  return own.some((one) => isAbout(one) || one.document === document);
}
