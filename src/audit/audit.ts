import { isOperator, zonesAs, type Actor } from '#accounts/actor.ts';
import { minuteOf } from '#language/dates.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { auditWords as words } from '#language/words/audit.ts';
import { actionWords, kindWords } from '#language/words/deeds.ts';
import type { Choice, List, Row } from '#lists/list.ts';

/** One deed, as its readers see it. */
export interface Deed {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  /** Name of the account, where it was one. */
  readonly actorName: string | null;
  readonly kind: string;
  readonly record: string;
  readonly action: string;
  readonly zone: string | null;
  readonly changes: Readonly<Record<string, unknown>>;
}

/** Operators read everything, a zone's publishers what happened in their zone. Nobody reads it through another's eyes. */
export function canReadAudit(actor: Actor): boolean {
  return !actor.viewedBy && (isOperator(actor) || actor.memberships.some(({ role }) => role === 'publisher'));
}

/** Zones whose history this person reads; undefined means all of them, and what concerns none. */
export function zonesOfAudit(actor: Actor): string[] | undefined {
  if (isOperator(actor)) return undefined;
  return zonesAs(actor, ['publisher']);
}

export const auditColumns = [
  { key: 'at', title: words.at, sortable: true },
  { key: 'actor', title: words.actor },
  { key: 'action', title: words.action },
  { key: 'kind', title: words.kind },
  { key: 'record', title: words.record },
  { key: 'zone', title: words.zone },
  { key: 'changes', title: words.changes },
] as const;

export function auditList(kinds: readonly string[], actions: readonly string[]): List {
  return {
    name: 'audit',
    columns: auditColumns,
    filters: [
      { key: 'who', title: words.actorCode, kind: 'search' },
      { key: 'kind', title: words.kind, kind: 'choice', choices: asChoices(kinds, kindWords) },
      { key: 'action', title: words.action, kind: 'choice', choices: asChoices(actions, actionWords) },
      { key: 'record', title: words.record, kind: 'search' },
      { key: 'zone', title: words.zone, kind: 'search' },
      { key: 'from', title: words.from, kind: 'date' },
      { key: 'to', title: words.to, kind: 'date' },
    ],
    sort: '-at',
  };
}

function asChoices(values: readonly string[], words: Readonly<Record<string, TwoText>>): Choice[] {
  return values.map((value) => ({ value, label: words[value] ?? { zh: value, en: value } }));
}

const others: Readonly<Record<string, TwoText>> = {
  'command-line': words.commandLine,
  system: words.system,
  visitor: words.visitor,
};

export function deedCells(deed: Deed, lang: Lang): Record<string, string> {
  const said = (words: Readonly<Record<string, TwoText>>, word: string) => words[word]?.[lang] ?? word;
  return {
    at: minuteOf(deed.at),
    actor: deed.actorName === null ? said(others, deed.actor) : `${deed.actorName} (${deed.actor})`,
    action: said(actionWords, deed.action),
    kind: said(kindWords, deed.kind),
    record: deed.record,
    zone: deed.zone ?? '',
    changes: changesInWords(deed.changes),
  };
}

export function deedRow(deed: Deed, lang: Lang): Row {
  const cells = Object.entries(deedCells(deed, lang)).map(([key, text]) => [key, { text: shortened(text) }]);
  return { id: deed.id, label: deed.id, cells: Object.fromEntries(cells) as Row['cells'] };
}

const longestCell = 300;
const shortened = (text: string) => (text.length > longestCell ? `${text.slice(0, longestCell)}…` : text);

/** `state: draft → published`, one after the other. */
function changesInWords(changes: Deed['changes']): string {
  return Object.entries(changes)
    .map(([field, change]) => (Array.isArray(change) ? `${field}: ${change.map(valueInWords).join(' → ')}` : field))
    .join('; ');
}

function valueInWords(value: unknown): string {
  if (value === null) return '∅';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
