import { addMilestone, changeMilestone, removeMilestone } from '#projects/care/write-milestone.server.ts';
import { removeEvidence } from '#projects/care/write-evidence.server.ts';
import { setPermit } from '#projects/care/write-permit.server.ts';
import { judgePromise } from '#projects/care/write-verdict.server.ts';
import { recordVisit } from '#projects/care/write-visit.server.ts';
import type { Verdict } from '#projects/care/fulfilment.ts';
import type { Measure } from '#projects/project.ts';
import { form, numberIn } from './one-form.server.ts';

/** A day that may be left out. */
const dayOrNone = (text: string | undefined) => (text === undefined || text === '' ? null : text);

// The verbs read what was typed by their schemas.
export const careForms = {
  permit: form('permit', 'permit', (tx, actor, { id, typed, now }) => {
    const { step, appliedOn, gotOn, isWaived, note = '' } = typed;
    const days = { appliedOn: dayOrNone(appliedOn), gotOn: dayOrNone(gotOn) };
    return setPermit(tx, actor, { id, step: numberIn(step), ...days, isWaived: isWaived !== undefined, note, now });
  }),
  addMilestone: form('addMilestone', 'milestone', (tx, actor, { id, typed: { name = '', dueOn = '' }, now }) =>
    addMilestone(tx, actor, { id, name, dueOn, now }),
  ),
  changeMilestone: form('changeMilestone', 'milestone', (tx, actor, { id, typed, now }) => {
    const { milestone, dueOn, doneOn, note = '' } = typed;
    const days = { dueOn: dayOrNone(dueOn), doneOn: dayOrNone(doneOn) };
    return changeMilestone(tx, actor, { id, milestone: numberIn(milestone), ...days, note, now });
  }),
  removeMilestone: form('changeMilestone', 'milestone', (tx, actor, { id, typed: { milestone }, now }) =>
    removeMilestone(tx, actor, { id, milestone: numberIn(milestone), now }),
  ),
  visit: form('visit', 'visited', (tx, actor, { id, typed, now }) => {
    const { visitedOn = '', visitor = '', said = '', promise = '', promisedBy } = typed;
    const visit = { visitedOn, visitor, said, promise, promisedBy: dayOrNone(promisedBy) };
    return recordVisit(tx, actor, { id, ...visit, now });
  }),
  judge: form('judge', 'judged', (tx, actor, { id, typed: { measure = '', verdict = '', note = '' }, now }) =>
    judgePromise(tx, actor, { id, measure: measure as Measure, verdict: verdict as Verdict, note, now }),
  ),
  removeEvidence: form('evidence', 'evidence', (tx, actor, { id, typed: { evidence }, now }) =>
    removeEvidence(tx, actor, { id, evidence: numberIn(evidence), now }),
  ),
};
