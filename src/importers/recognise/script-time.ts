import type { System } from './systems.ts';
import { textOfRaw, type PageTree } from './tree.ts';

/** The time that a known system keeps only in a script, as a number of seconds or a written time; empty if not. */
export function scriptTimeOf(page: PageTree, system: System): string {
  if (!system.scriptTime) return '';
  const names = system.scriptTime.join('|');
  const form = new RegExp(
    `\\b(?:${names})['"]?\\s*[:=]\\s*(?:JsDecode\\()?["']?(\\d{10}|\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2})`,
    'i',
  );
  for (const script of page.byTag.get('script') ?? []) {
    const found = form.exec(textOfRaw(script))?.[1];
    if (found) return found;
  }
  return '';
}
