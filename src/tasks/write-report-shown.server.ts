import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { reportWords as words } from '#language/words/reports.ts';
import type { Changed } from './owed.ts';
import { owedView } from './read-letter.server.ts';
import { reportedTask } from './read-reported.server.ts';
import type { Reporter, ReportInput } from './report.ts';
import { reportOnTask } from './write-report.server.ts';

/** Reports, and answers what it changed for whoever reported. */
export async function reportAndShow(tx: Tx, reporter: Reporter, input: ReportInput): Promise<Outcome<Changed>> {
  const before = await reportedTask(tx, input.task);
  if (!before) return refused({ says: words.noTask });
  const from = await owedView(tx, before);
  const outcome = await reportOnTask(tx, reporter, input);
  if (!outcome.ok) return outcome;
  const after = await reportedTask(tx, input.task);
  return done({ ticked: outcome.value.ticked, from, to: await owedView(tx, after ?? before) });
}
