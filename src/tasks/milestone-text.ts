import { isDay } from '#language/dates.ts';
import { heaviest, longest, mostMilestones } from './task.ts';

/** A milestone as a cell of a file says it. */
export interface WrittenMilestone {
  readonly dueOn: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly weight: number;
}

/** One milestone a line: `2026-06-30 | 完成选址 | Site chosen | 3`. */
export function milestonesToText(milestones: readonly WrittenMilestone[]): string {
  return milestones
    .map(({ dueOn, titleZh, titleEn, weight }) => [dueOn, titleZh, titleEn, String(weight)].map(escaped).join(' | '))
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(/[\\|｜]/g, '\\$&').trim();
}

/** The milestones of such a cell; undefined where a line is none. The English title and the weight may be left out. */
export function milestonesFromText(text: string): WrittenMilestone[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const read = lines.map(milestoneIn);
  const known = read.filter((one) => one !== undefined);
  return known.length < lines.length || known.length > mostMilestones ? undefined : known;
}

function milestoneIn(line: string): WrittenMilestone | undefined {
  const parts = partsOf(line);
  const [dueOn = '', titleZh = ''] = parts;
  const one = { dueOn: dueOn.replaceAll(/[./]/g, '-'), titleZh, ...restOf(parts.slice(2)) };
  return parts.length <= 4 && isMilestone(one) ? one : undefined;
}

/** Without an English title the weight may come third. */
function restOf([third = '', fourth]: readonly string[]): Pick<WrittenMilestone, 'titleEn' | 'weight'> {
  const isShort = fourth === undefined && /^\d{1,3}$/.test(third);
  return isShort ? { titleEn: '', weight: Number(third) } : { titleEn: third, weight: Number(fourth || '1') };
}

function isMilestone({ dueOn, titleZh, titleEn, weight }: WrittenMilestone): boolean {
  const isTitled = titleZh !== '' && titleZh.length <= longest.milestoneZh && titleEn.length <= longest.milestoneEn;
  return isTitled && isDay(dueOn) && Number.isInteger(weight) && weight >= 1 && weight <= heaviest;
}

/** Between bars, of either width; a bar behind a backslash belongs to the text. */
function partsOf(line: string): string[] {
  const parts = [''];
  for (const [piece] of line.matchAll(/\\.|[|｜]|[^\\|｜]+|\\$/gsu)) {
    if (piece === '|' || piece === '｜') parts.push('');
    else parts[parts.length - 1] += piece.length === 2 && piece.startsWith('\\') ? piece.slice(1) : piece;
  }
  return parts.map((part) => part.trim());
}
