import { measureIn } from '#projects/measure.ts';
import type { Measure, Stage, Status, TeamRole } from '#projects/project.ts';
import { moveProject } from '#projects/write-move.server.ts';
import { addMember, removeMember, setMeasure } from '#projects/write-parts.server.ts';
import { withdrawSigning } from '#projects/write-signing.server.ts';
import { setStatus } from '#projects/write-status.server.ts';
import type { Typed } from './here.server.ts';
import { form, numberIn } from './one-form.server.ts';

/** The revision the form was made for; none where the form says none. */
const seen = ({ revision }: Typed) => (revision === undefined ? {} : { revision: numberIn(revision) });

// The verbs read what was typed by their schemas.
export const forms = {
  move: form('move', 'moved', (tx, actor, { id, typed, now }) => {
    const { to = '', on = '', reason = '' } = typed;
    return moveProject(tx, actor, { id, to: to as Stage, on, reason, ...seen(typed), now });
  }),
  status: form('status', 'status', (tx, actor, { id, typed, now }) => {
    const { status = '', on = '', reason = '', lostTo = '' } = typed;
    return setStatus(tx, actor, { id, status: status as Status, on, reason, lostTo, ...seen(typed), now });
  }),
  withdraw: form('withdraw', 'withdrawn', (tx, actor, { id, typed: { signing, reason = '' }, now }) =>
    withdrawSigning(tx, actor, { id, signing: numberIn(signing), reason, now }),
  ),
  measure: form('measure', 'measured', (tx, actor, { id, typed, now }) => {
    const { measure = '', year, promised = '', real = '', source = '' } = typed;
    const values = { promised: measureIn(measure, promised), real: measureIn(measure, real) };
    return setMeasure(tx, actor, { id, measure: measure as Measure, year: numberIn(year), ...values, source, now });
  }),
  member: form('member', 'team', (tx, actor, { id, typed: { name = '', role = '' }, now }) =>
    addMember(tx, actor, { id, name, role: role as TeamRole, now }),
  ),
  removeMember: form('member', 'team', (tx, actor, { id, typed: { member }, now }) =>
    removeMember(tx, actor, { id, member: numberIn(member), now }),
  ),
};
