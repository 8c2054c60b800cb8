import { stages, type Stage } from '#projects/project.ts';
import type { RecordsOf } from './records.ts';

type Asked = Readonly<Record<string, string | null | undefined>>;

/** An address beneath the desk; what is not asked is left out. */
function address(path: string, asked: Asked): string {
  const given = Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return `${path}?${new URLSearchParams(given)}`;
}

export const tasksLink = (asked: Asked) => address('/tasks', { state: 'open', ...asked });
export const slipsLink = (asked: Asked) => address('/slips', asked);
export const recordsLink = (of: RecordsOf, asked: Asked) => address('/leader/records', { of, ...asked });

/** The indicators of an improvement; those of none have no filter in the list, and a list of their own here. */
export function indicatorsLink(zone: string, improvement: string, light?: string): string {
  return improvement === ''
    ? recordsLink('indicators', { zone, improvement: 'none', light })
    : address('/indicators', { zone, improvement, light });
}

const live = { status: 'live' } as const;
const isSigned = (stage: Stage) => stages.indexOf(stage) >= stages.indexOf('signed');

/** From signing on a project counts once, however many records it has: the list is asked for the ones that count. */
export function stageLink(zone: string, stage: Stage): string {
  return address('/projects', { zone, stage, ...live, ...(isSigned(stage) && { count: 'once' }) });
}

export const stageLightLink = (asked: Asked) => address('/projects', { ...live, ...asked });

/** Behind a sum of money stand all records of the families that count. */
export function moneyLink(zone: string, stage: Stage): string {
  return address('/projects', { zone, stage, ...live, count: 'family' });
}

/** The list behind what waits or changed: the noun's own where it can be asked for just these. */
export function heapLink(of: RecordsOf, { zone, since }: { zone: string; since: string }): string {
  if (of === 'recheck') return address('/tasks', { zone, state: 'to-recheck' });
  if (of === 'solved') return slipsLink({ zone, state: 'solved' });
  if (of === 'values') return address('/indicators', { zone, entry: 'late' });
  if (of === 'red') return slipsLink({ zone, colour: 'red' });
  return recordsLink(of, { zone, since });
}
