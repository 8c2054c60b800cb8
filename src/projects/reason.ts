import type { TwoText } from '#language/lang.ts';
import { projectPageWords as words } from '#language/words/project-page.ts';
import { projectWords } from '#language/words/projects.ts';
import type { ReasonToday } from './standing.ts';

/** Why a light is what it is, as people say it. */
export function reasonInWords(reason: ReasonToday): TwoText {
  switch (reason.kind) {
    case 'delayed':
      return words.reasons.delayed;
    case 'stage':
      return words.reasons.stage(reason.usual, reason.days);
    case 'next-step':
      return words.reasons.next(reason.on, reason.days);
    case 'promise':
      return words.reasons.promise(projectWords.stages[reason.stage], reason.on, reason.days);
    case 'milestone':
      return words.reasons.milestone(reason.name, reason.on, reason.days);
    case 'permit':
      return words.reasons.permit(reason.name, reason.on, reason.days);
    case 'visit':
      return words.reasons.visit(reason.on, reason.days);
  }
}
