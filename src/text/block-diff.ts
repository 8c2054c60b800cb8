import { diffArrays } from 'diff';
import { canonical } from './canonical.ts';
import type { RichDocument } from './document.ts';

/** One step from one text to another: a block that stayed, or what stands in the place of what. */
export type Step =
  | { readonly kind: 'same'; readonly before: number; readonly after: number }
  | { readonly kind: 'changed'; readonly before: number; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number }
  | { readonly kind: 'added'; readonly after: number };

/** Beyond this many changed blocks a comparison says nothing and takes long: then all of it is old and new. */
const longestEdit = 4000;

/** How `after` came from `before`, block by block, by the longest run of blocks that both have. */
export function diffBlocks(before: RichDocument, after: RichDocument): Step[] {
  const [a, b] = [formsOf(before), formsOf(after)];
  const changes = diffArrays(a, b, { maxEditLength: longestEdit });
  const runs = changes ?? [
    { removed: true, added: false, count: a.length },
    { removed: false, added: true, count: b.length },
  ];
  const steps: Step[] = [];
  const at: Place = { x: 0, y: 0 };
  const until: Place = { x: 0, y: 0 };
  for (const { removed, added, count } of runs) {
    if (removed) until.x += count;
    else if (added) until.y += count;
    else {
      steps.push(...replaced(at, until));
      for (let same = 0; same < count; same += 1) steps.push({ kind: 'same', before: at.x++, after: at.y++ });
      Object.assign(until, at);
    }
  }
  return [...steps, ...replaced(at, until)];
}

interface Place {
  x: number;
  y: number;
}

function formsOf(document: RichDocument): string[] {
  return canonical(document).content.map((block) => JSON.stringify(block));
}

/** Between two blocks that stayed, what went and what came are the same place, as far as both reach. */
function replaced(at: Place, until: Place): Step[] {
  const steps: Step[] = [];
  while (at.x < until.x && at.y < until.y) steps.push({ kind: 'changed', before: at.x++, after: at.y++ });
  while (at.x < until.x) steps.push({ kind: 'removed', before: at.x++ });
  while (at.y < until.y) steps.push({ kind: 'added', after: at.y++ });
  return steps;
}
