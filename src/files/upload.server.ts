import type { Actor } from '#accounts/actor.ts';
import { fileWords as words } from '#language/words/files.ts';
import type { Problem } from '#platform/outcome.ts';
import type { FileView } from './file.ts';
import { withReceived, type Received } from './receive.server.ts';
import { addFile, type Keeping } from './write.server.ts';

/** What became of a form with files: those that were kept, and a sentence for each that was not. */
export interface Uploaded {
  readonly status: 200 | 400 | 413 | 422;
  readonly files: readonly FileView[];
  readonly problems: readonly Problem[];
}

/** Takes in the files of a form, one by one: a file that is refused does not keep the others out. */
export async function upload(keeping: Keeping, actor: Actor, request: Request): Promise<Uploaded> {
  const outcome = await withReceived(request, (received) => takeIn(keeping, actor, received));
  if (!('says' in outcome)) return outcome;
  return { status: outcome.status, files: [], problems: [{ field: 'file', says: outcome.says }] };
}

async function takeIn(keeping: Keeping, actor: Actor, { fields, files: arrived }: Received): Promise<Uploaded> {
  const zone = fields.get('zone') ?? '';
  const wrong = incomplete(zone, arrived.length);
  if (wrong.length > 0) return { status: 422, files: [], problems: wrong };
  const isOneOfMany = arrived.length > 1;
  const files: FileView[] = [];
  const problems: Problem[] = [];
  for (const one of arrived) {
    const outcome = await addFile(keeping, actor, { zone, arrived: one });
    if (outcome.ok) files.push(outcome.value);
    else problems.push(...(isOneOfMany ? about(one.name, outcome.problems) : outcome.problems));
  }
  return { status: problems.length === 0 ? 200 : 422, files, problems };
}

function incomplete(zone: string, count: number): Problem[] {
  const checks: [boolean, Problem][] = [
    [!/^\d{8}$/.test(zone), { field: 'zone', says: words.chooseZone }],
    [count === 0, { field: 'file', says: words.chooseFile }],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, problem]) => problem);
}

/** Among several files, which one it was. */
function about(name: string, problems: readonly Problem[]): Problem[] {
  const short = name.length > 60 ? `${name.slice(0, 60).toWellFormed()}…` : name;
  return problems.map(({ says, ...problem }) => ({ ...problem, says: words.aboutFile(short, says) }));
}
