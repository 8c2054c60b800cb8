import type { TwoText } from '#language/lang.ts';
import { meetingWords as words } from '#language/words/pipeline-meeting.ts';
import { projectWords } from '#language/words/projects.ts';
import type { ArrivalKind, SigningKind, Stage, Status } from '#projects/project.ts';
import { yuanInWords } from '#listings/money.ts';
import type { Moved } from './meeting.ts';

/** What happened to a project, in a few words. */
export function movedInWords({ kind, from, to, amount }: Moved): TwoText {
  const stageNamed = (stage: string) => projectWords.stages[stage as Stage] as TwoText | undefined;
  const money = yuanInWords(Math.abs(amount ?? 0));
  const signed = (amount ?? 0) < 0 ? { zh: `−${money.zh}`, en: `−${money.en}` } : money;
  const said: Readonly<Record<Moved['kind'], () => TwoText>> = {
    stage: () => words.kinds.stage(stageNamed(from), stageNamed(to) ?? { zh: to, en: to }),
    status: () => words.kinds.status(projectWords.statuses[to as Status]),
    merge: () => words.kinds.merge,
    split: () => words.kinds.split,
    signing: () => words.kinds.signing(projectWords.signingKinds[to as SigningKind], signed),
    arrival: () => words.kinds.arrival(projectWords.arrivalKinds[to as ArrivalKind], signed),
  };
  return said[kind]();
}
