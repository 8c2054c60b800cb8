import { attributeOf, tagsOf, type Tag } from './word-tags.ts';

export interface Level {
  start: number;
  format: string;
  /** Such as （%1）, with the number of each level in its place. */
  text: string;
  /** Numbers of all levels in digits. */
  isLegal: boolean;
  /** Begins anew after a level above it; Word says 0 where it does not. */
  restarts: boolean;
  /** The paragraph style it belongs to. */
  style: string | undefined;
}

export interface List {
  /** Lists of one kind count on from each other. */
  readonly kind: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Where this list begins anew. */
  readonly starts: ReadonlyMap<number, number>;
}

interface Kind {
  readonly levels: Map<number, Level>;
  link: string | undefined;
}

interface Use {
  kind: string | undefined;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

interface Reading {
  readonly kinds: Map<string, Kind>;
  readonly uses: Map<string, Use>;
  kind: Kind | undefined;
  use: Use | undefined;
  level: Level | undefined;
  /** The level that a list says otherwise than its kind. */
  at: number;
}

type Read = (reading: Reading, value: string | undefined, tag: Tag) => void;

const inLevel =
  (change: (level: Level, value: string) => void): Read =>
  ({ level }, value) => {
    if (level && value !== undefined) change(level, value);
  };

const readers = new Map<string, Read>([
  ['w:abstractNum', (reading, _, tag) => openKind(reading, attributeOf(tag, 'w:abstractNumId'))],
  ['w:num', (reading, _, tag) => openUse(reading, attributeOf(tag, 'w:numId'))],
  ['w:abstractNumId', ({ use }, value) => use && (use.kind = value)],
  ['w:numStyleLink', ({ kind }, value) => kind && (kind.link = value)],
  ['w:lvlOverride', (reading, _, tag) => (reading.at = Number(attributeOf(tag, 'w:ilvl') ?? 0))],
  ['w:startOverride', ({ use, at }, value) => use?.starts.set(at, Number(value))],
  ['w:lvl', (reading, _, tag) => openLevel(reading, Number(attributeOf(tag, 'w:ilvl') ?? 0))],
  ['w:start', inLevel((level, value) => (level.start = Number(value) || 0))],
  ['w:numFmt', inLevel((level, value) => (level.format = value))],
  ['w:lvlText', inLevel((level, value) => (level.text = value))],
  ['w:lvlRestart', inLevel((level, value) => (level.restarts = value !== '0'))],
  ['w:pStyle', inLevel((level, value) => (level.style = value))],
  ['w:isLgl', ({ level }, value) => level && (level.isLegal = value !== '0' && value !== 'false')],
]);

function openKind(reading: Reading, id: string | undefined): void {
  reading.use = undefined;
  reading.kind = { levels: new Map(), link: undefined };
  if (id !== undefined) reading.kinds.set(id, reading.kind);
}

function openUse(reading: Reading, id: string | undefined): void {
  reading.kind = undefined;
  reading.use = { kind: undefined, starts: new Map(), levels: new Map() };
  if (id !== undefined) reading.uses.set(id, reading.use);
}

function openLevel(reading: Reading, at: number): void {
  reading.level = { start: 0, format: 'decimal', text: '', isLegal: false, restarts: true, style: undefined };
  (reading.use ?? reading.kind)?.levels.set(at, reading.level);
}

/** The lists of `numbering.xml`, by the number a paragraph names them with. */
export function listsIn(xml: string, listOfStyle: (style: string) => string | undefined): Map<string, List> {
  const reading: Reading = {
    kinds: new Map(),
    uses: new Map(),
    kind: undefined,
    use: undefined,
    level: undefined,
    at: 0,
  };
  for (const tag of tagsOf(xml)) {
    if (tag.opens) readers.get(tag.name)?.(reading, attributeOf(tag, 'w:val'), tag);
    else if (tag.name === 'w:lvl') reading.level = undefined;
  }
  const { kinds, uses } = reading;
  return new Map(
    [...uses].flatMap(([id, use]): [string, List][] => {
      const kind = kindOf(use.kind, 0);
      if (kind === undefined) return [];
      const levels = new Map([...(kinds.get(kind)?.levels ?? []), ...use.levels]);
      return [[id, { kind, levels, starts: use.starts }]];
    }),
  );

  /** A kind may only name a style that names a list. */
  function kindOf(id: string | undefined, depth: number): string | undefined {
    const link = id === undefined ? undefined : kinds.get(id)?.link;
    if (link === undefined || depth > 5) return id;
    return kindOf(uses.get(listOfStyle(link) ?? '')?.kind, depth + 1);
  }
}
