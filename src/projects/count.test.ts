import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  agreedBy,
  countedBy,
  joinLines,
  shared,
  splitLines,
  standingLines,
  sumOf,
  whyNotSigned,
  whyNotWithdrawn,
  writtenTwice,
  type SigningLine,
} from './count.ts';
import { signingKinds } from './project.ts';

const yi = 100_000_000;
let last = 0;
function line(kind: SigningLine['kind'], signedOn: string, money: number): SigningLine {
  last += 1;
  return { id: last, kind, signedOn, amount: money, increment: money, isWithdrawn: false };
}

test('a framework of ten that becomes a formal contract of eight is one project of eight, signed on the first day', () => {
  const lines = [line('framework', '2024-03-01', 10 * yi), line('formal', '2025-02-01', 8 * yi)];
  expect(agreedBy(lines)).toBe(8 * yi);
  expect(standingLines(lines).map(({ increment }) => increment)).toEqual([10 * yi, -2 * yi]);
  expect(countedBy([{ id: 7, lines }])).toMatchObject({ project: 7, on: '2024-03-01', as: 'framework' });
});

test('an addition counts its increment and is no second project', () => {
  const lines = [line('formal', '2024-03-01', 8 * yi), line('addition', '2025-06-01', 3 * yi)];
  expect(agreedBy(lines)).toBe(11 * yi);
  expect(standingLines(lines).at(-1)).toMatchObject({ amount: 11 * yi, increment: 3 * yi });
  expect(countedBy([{ id: 1, lines }])).toMatchObject({ on: '2024-03-01', as: 'formal' });
});

test('once the framework is withdrawn the project counts from the formal contract, and with nothing left it does not', () => {
  const framework = line('framework', '2024-03-01', 10 * yi);
  const formal = line('formal', '2025-02-01', 8 * yi);
  const gone = { ...framework, isWithdrawn: true };
  expect(countedBy([{ id: 1, lines: [gone, formal] }])).toMatchObject({ on: '2025-02-01', as: 'formal' });
  expect(standingLines([gone, formal])).toMatchObject([{ increment: 8 * yi }]);
  expect(countedBy([{ id: 1, lines: [gone] }])).toBeUndefined();
  expect(agreedBy([gone])).toBe(0);
});

test('an extension counts with the project it extends', () => {
  const whole = { id: 1, lines: [line('formal', '2023-05-01', 10 * yi)] };
  const extension = { id: 2, lines: [line('formal', '2025-05-01', 5 * yi)] };
  expect(countedBy([extension, whole])).toMatchObject({ project: 1, on: '2023-05-01' });
});

test('what means nothing is refused: a wish after a contract, an addition to nothing, the ground under an addition', () => {
  const formal = line('formal', '2024-03-01', 8 * yi);
  const addition = line('addition', '2025-06-01', 3 * yi);
  expect(whyNotSigned([formal], line('framework', '2024-04-01', yi))).toBe('bound-already');
  expect(whyNotSigned([formal], line('framework', '2023-04-01', yi))).toBeUndefined();
  expect(whyNotSigned([], addition)).toBe('nothing-to-add-to');
  expect(whyNotSigned([formal], line('addition', '2024-01-01', yi))).toBe('nothing-to-add-to');
  expect(whyNotSigned([formal], line('addition', '2025-01-01', -9 * yi))).toBe('below-nothing');
  expect(whyNotWithdrawn([formal, addition], formal.id)).toBe('nothing-to-add-to');
  expect(whyNotWithdrawn([formal, addition], addition.id)).toBeUndefined();
});

test('a hundred shared by three is a hundred', () => {
  expect(shared(100, [1, 1, 1])).toEqual([33.34, 33.33, 33.33]);
  expect(sumOf(shared(0.01, [1, 1]))).toBe(0.01);
});

const anyDay = fc.integer({ min: 1, max: 28 }).map((day) => `2025-02-${String(day).padStart(2, '0')}`);
const anyMoney = fc.integer({ min: 0, max: 10 ** 13 }).map((cents) => cents / 100);
const anyLine = fc.record({
  ...{ kind: fc.constantFrom(...signingKinds), signedOn: anyDay, amount: anyMoney, increment: anyMoney },
});

interface State {
  /** Records by the family they count in. */
  readonly families: SigningLine[][][];
}

/** Writes a line into a ledger as the desk does: only if it means something. */
function sign(ledger: SigningLine[], given: Omit<SigningLine, 'id' | 'isWithdrawn'>): void {
  last += 1;
  const made = { ...given, id: last, isWithdrawn: false };
  if (whyNotSigned(ledger, made) === undefined) ledger.push(made);
}

type Step = (state: State, pick: (most: number) => number, given: Parameters<typeof sign>[1]) => void;

const fresh = (lines: readonly SigningLine[]) => lines.map((one) => ({ ...one, id: (last += 1) }));
const retired = (lines: readonly SigningLine[]) => lines.map((one) => ({ ...one, isWithdrawn: true }));

const steps: Readonly<Record<string, Step>> = {
  begin: ({ families }) => void families.push([[]]),
  sign: ({ families }, pick, given) => {
    const family = families[pick(families.length)] ?? [];
    sign(family[pick(family.length)] ?? [], given);
  },
  withdraw: ({ families }, pick) => {
    const family = families[pick(families.length)] ?? [];
    const place = pick(family.length);
    const ledger = family[place] ?? [];
    const id = ledger[pick(ledger.length)]?.id ?? 0;
    if (whyNotWithdrawn(ledger, id) === undefined)
      family[place] = ledger.map((one) => (one.id === id ? { ...one, isWithdrawn: true } : one));
  },
  extend: ({ families }, pick) => void families[pick(families.length)]?.push([]),
  split: ({ families }, pick) => {
    const family = families[pick(families.length)] ?? [];
    const place = pick(family.length);
    const ledger = family[place] ?? [];
    const [kept = [], ...parts] = splitLines(ledger, [1 + pick(5), 1 + pick(5), pick(3)]);
    family[place] = [...retired(ledger), ...fresh(kept)];
    family.push(...parts.map(fresh));
  },
  merge: ({ families }, pick) => {
    const [to, from] = [pick(families.length), pick(families.length)];
    const [staying, going] = [families[to] ?? [], families[from] ?? []];
    if (to === from) return;
    const [into = [], taken = []] = [staying[0], going[0]];
    const twice = writtenTwice(into, taken);
    const moved = taken.map((one) => (twice.includes(one.id) ? { ...one, isWithdrawn: true } : one));
    families[to] = [[...into, ...moved], ...staying.slice(1), ...going.slice(1)];
    families.splice(from, 1);
  },
  join: ({ families }, pick) => {
    const family = families[pick(families.length)] ?? [];
    if (family.length < 2) return;
    const [one = [], other = [], ...rest] = family;
    family.splice(0, family.length, [...retired([...one, ...other]), ...fresh(joinLines(one, other))], ...rest);
  },
};

const anyStory = fc.array(
  fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }), anyLine),
  { maxLength: 40 },
);

function told(
  story: readonly (readonly [string, number[], Parameters<typeof sign>[1]])[],
  look: (before: State, after: State, step: string) => void,
) {
  const state: State = { families: [[[]]] };
  for (const [name, picks, given] of story) {
    const before = structuredClone(state);
    const left = [...picks];
    steps[name]?.(state, (most) => (most === 0 ? 0 : (left.shift() ?? 0) % most), given);
    look(before, state, name);
  }
}

const records = (family: SigningLine[][]) => family.map((lines, id) => ({ id, lines }));
const counts = ({ families }: State) => families.filter((family) => countedBy(records(family))).length;

/** What every day adds, over all records together. */
function byDay({ families }: State): Record<string, number> {
  const days: Record<string, number> = {};
  for (const { signedOn, increment } of families.flat().flatMap((lines) => standingLines(lines)))
    days[signedOn] = sumOf([days[signedOn] ?? 0, increment]);
  return Object.fromEntries(Object.entries(days).filter(([, sum]) => sum !== 0));
}

test('whatever is signed, upgraded, added, withdrawn, split or merged, a project counts once or not at all', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      told(story, (before, after, step) => {
        const isSigned = (family: SigningLine[][]) =>
          family.some((lines) => lines.some(({ kind, isWithdrawn }) => kind !== 'addition' && !isWithdrawn));
        expect(counts(after)).toBe(after.families.filter(isSigned).length);
        if (['split', 'join', 'extend', 'begin'].includes(step)) expect(counts(after)).toBe(counts(before));
        if (step === 'merge') expect(counts(after)).toBeLessThanOrEqual(counts(before));
        if (step === 'sign') expect(counts(after) - counts(before)).toBeLessThanOrEqual(1);
      });
    }),
  );
});

test('parts together are what the whole was, day by day, and so is what they become when joined again', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      told(story, (before, after, step) => {
        if (['split', 'join', 'extend', 'begin'].includes(step)) expect(byDay(after)).toEqual(byDay(before));
      });
    }),
  );
});

test('the sum of a ledger is what its last line says, in whatever order the lines were written down', () => {
  fc.assert(
    fc.property(anyStory, fc.nat(), (story, turn) => {
      told(story, (_, { families }) => {
        for (const lines of families.flat()) {
          const turned = [...lines.slice(turn % (lines.length + 1)), ...lines.slice(0, turn % (lines.length + 1))];
          expect(standingLines(turned)).toEqual(standingLines(lines));
          expect(agreedBy(turned)).toBe(sumOf(standingLines(lines).map(({ increment }) => increment)));
        }
      });
    }),
  );
});

test('a record merged with a copy of itself stays what it was', () => {
  fc.assert(
    fc.property(fc.array(anyLine), (given) => {
      const lines: SigningLine[] = [];
      for (const one of given) sign(lines, one);
      const copy = fresh(lines);
      const twice = writtenTwice(lines, copy);
      const merged = [...lines, ...copy.filter(({ id }) => !twice.includes(id))];
      expect(standingLines(merged)).toEqual(standingLines(lines));
    }),
  );
});
