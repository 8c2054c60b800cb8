import type { SigningKind } from './project.ts';

/** One signature, as the ledger keeps it. Money is yuan. */
export interface SigningLine {
  readonly id: number;
  readonly kind: SigningKind;
  /** The whole sum from then on: what a framework or a formal contract says. */
  readonly amount: number;
  /** What it adds to what stood before: what an addition says. */
  readonly increment: number;
  readonly signedOn: string;
  readonly isWithdrawn: boolean;
}

/** Whole fen, so that sums are exact. */
const fen = (yuan: number): number => Math.round(yuan * 100);
const yuan = (cents: number): number => cents / 100;

const rank: Readonly<Record<SigningKind, number>> = { framework: 0, formal: 1, addition: 2 };

/** By day; of one day a contract comes before what adds to it, whatever was written down first. */
function inOrder(one: SigningLine, other: SigningLine): number {
  if (one.signedOn !== other.signedOn) return one.signedOn < other.signedOn ? -1 : 1;
  return rank[one.kind] - rank[other.kind] || one.id - other.id;
}

/**
 * The lines that stand, in their order, each with what it adds and the whole sum from then on. A contract replaces what
 * stood before it and adds only the difference; a framework after a formal contract, and an addition to nothing, add nothing.
 */
export function standingLines<Line extends SigningLine>(lines: readonly Line[]): Line[] {
  let stood = 0;
  let bound: SigningKind | undefined;
  const standing = lines.filter(({ isWithdrawn }) => !isWithdrawn).sort(inOrder);
  return standing.map((line) => {
    const increment = addedBy(line, stood, bound);
    stood += increment;
    if (line.kind !== 'addition' && bound !== 'formal') bound = line.kind;
    return { ...line, increment: yuan(increment), amount: line.kind === 'addition' ? yuan(stood) : line.amount };
  });
}

function addedBy({ kind, amount, increment }: SigningLine, stood: number, bound: SigningKind | undefined): number {
  if (kind === 'addition') return bound === undefined ? 0 : fen(increment);
  return kind === 'framework' && bound === 'formal' ? 0 : fen(amount) - stood;
}

/** What is agreed: the sum of what the standing lines add. */
export function agreedBy(lines: readonly SigningLine[]): number {
  return sumOf(standingLines(lines).map(({ increment }) => increment));
}

/** A sum of yuan without the errors of fractions. */
export function sumOf(amounts: readonly number[]): number {
  return yuan(amounts.reduce((sum, amount) => sum + fen(amount), 0));
}

export type BaseKind = Exclude<SigningKind, 'addition'>;

/** Where a project counts: once, at the first contract that stands. */
export interface Counted {
  readonly project: number;
  readonly signing: number;
  readonly on: string;
  readonly as: BaseKind;
}

/**
 * Where a project counts among all its records: itself, its extensions, the parts it was split into, those merged into it.
 * However many of them are signed, it is one; undefined while no contract of any of them stands.
 */
export function countedBy(records: readonly { id: number; lines: readonly SigningLine[] }[]): Counted | undefined {
  const bases = records.flatMap(({ id, lines }) =>
    lines.flatMap((line) => (line.isWithdrawn || line.kind === 'addition' ? [] : [{ ...line, project: id }])),
  );
  const [first] = bases.sort((one, other) => inOrder(one, other) || one.project - other.project);
  if (!first || first.kind === 'addition') return undefined;
  return { project: first.project, signing: first.id, on: first.signedOn, as: first.kind };
}

/** Why a signature does not go into the ledger as it stands. */
export type SigningHindrance = 'bound-already' | 'nothing-to-add-to' | 'below-nothing';

/** Whether a new line means something among those that stand; undefined where it does. */
export function whyNotSigned(lines: readonly SigningLine[], line: SigningLine): SigningHindrance | undefined {
  const after = standingLines([...lines, line]);
  const place = after.findIndex(({ id }) => id === line.id);
  const before = after.slice(0, place);
  if (line.kind === 'framework' && before.some(({ kind }) => kind === 'formal')) return 'bound-already';
  return dangles(after) ?? sinks(after);
}

/** A contract on which an addition rests is not withdrawn before it. */
export function whyNotWithdrawn(lines: readonly SigningLine[], id: number): SigningHindrance | undefined {
  const after = standingLines(lines.map((line) => (line.id === id ? { ...line, isWithdrawn: true } : line)));
  return dangles(after) ?? sinks(after);
}

function dangles(standing: readonly SigningLine[]): SigningHindrance | undefined {
  return standing[0]?.kind === 'addition' ? 'nothing-to-add-to' : undefined;
}

function sinks(standing: readonly SigningLine[]): SigningHindrance | undefined {
  return standing.some(({ amount }) => amount < 0) ? 'below-nothing' : undefined;
}

/**
 * The ledger of a project that has taken in another record of itself: the other's lines go to it, and a line that both
 * have (same kind, day and money) stands only once. Answers the ids that are the same signature written down twice.
 */
export function writtenTwice(staying: readonly SigningLine[], going: readonly SigningLine[]): number[] {
  const left = staying.filter(({ isWithdrawn }) => !isWithdrawn).map(sameness);
  return going.flatMap((line) => {
    const place = line.isWithdrawn ? -1 : left.indexOf(sameness(line));
    if (place < 0) return [];
    left.splice(place, 1);
    return [line.id];
  });
}

function sameness({ kind, signedOn, amount, increment }: SigningLine): string {
  return [kind, signedOn, fen(kind === 'addition' ? increment : amount)].join(' ');
}

/**
 * The money of one line shared out by weights, to the fen: together the shares are what the whole was. What does not
 * divide stays with the first.
 */
export function shared(amount: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + fen(weight), 0);
  const shares = weights.map((weight) =>
    whole === 0 ? 0 : Math.trunc(Number((BigInt(fen(amount)) * BigInt(fen(weight))) / BigInt(whole))),
  );
  const rest = fen(amount) - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, place) => yuan(place === 0 ? share + rest : share));
}

/** The standing lines as they are in each of the parts: on the same days, so that no year and no month changes by it. */
export function splitLines<Line extends SigningLine>(lines: readonly Line[], weights: readonly number[]): Line[][] {
  const standing = standingLines(lines).map((line) => ({
    ...{ line, amounts: shared(line.amount, weights), increments: shared(line.increment, weights) },
  }));
  return weights.map((_, part) =>
    standing.map(({ line, amounts, increments }) => ({
      ...{ ...line, amount: amounts[part] ?? 0, increment: increments[part] ?? 0 },
    })),
  );
}

/**
 * The lines of two records of one family that become one again: they add up on the days they were signed, where two
 * records of the same project would replace each other.
 */
export function joinLines<Line extends SigningLine>(one: readonly Line[], other: readonly Line[]): Line[] {
  let isBound = false;
  const both = [...standingLines(one), ...standingLines(other)].sort(inOrder).map((line): Line => {
    const kind = line.kind === 'framework' && isBound ? 'addition' : line.kind;
    isBound ||= kind === 'formal';
    return { ...line, kind };
  });
  let stood = 0;
  return both.sort(inOrder).map((line) => {
    stood += fen(line.increment);
    return { ...line, amount: yuan(stood) };
  });
}
