import type { TwoText } from '#language/lang.ts';
import { projectPageWords as words } from '#language/words/project-page.ts';
import { projectWords } from '#language/words/projects.ts';
import type { ProjectLogKind } from './project.ts';

interface Line {
  readonly kind: ProjectLogKind;
  readonly fromValue: string;
  readonly toValue: string;
}

/** A line of the log as people say it: what changed, from what to what. */
export function lineInWords({ kind, fromValue, toValue }: Line): TwoText {
  const known: Readonly<Record<string, TwoText>> = { ...projectWords.stages, ...projectWords.statuses };
  const name = (value: string): TwoText => known[value] ?? { zh: value, en: value };
  return words.logLine(words.logKinds[kind], name(fromValue), name(toValue));
}
