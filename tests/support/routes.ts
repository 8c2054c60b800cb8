import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One thing the site can be asked: a route, a method, and for a page that is sent, the name of its form action. */
export interface Call {
  readonly route: string;
  readonly method: string;
  /** Undefined for what is no form action; `default` for the one without a name. */
  readonly action?: string;
}

const folder = 'src/routes';
const verbs = /^export const (GET|POST|PUT|PATCH|DELETE)\b/gm;

/** Everything beneath `src/routes` that answers, read from the source: nobody has to remember to list it. */
export function allCalls(): Call[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files.flatMap((file) => {
    const route = `/${dirname(file)}`.replace(/^\/\.$/, '/');
    if (file.endsWith('+page.svelte')) return [{ route, method: 'GET' }];
    if (!/\+(page\.)?server\.ts$/.test(file)) return [];
    const source = readFileSync(join(folder, file), 'utf8');
    return file.endsWith('+server.ts') && !file.endsWith('+page.server.ts')
      ? [...source.matchAll(verbs)].map(([, method = '']) => ({ route, method }))
      : actionsIn(source).map((action) => ({ route, method: 'POST', action }));
  });
}

/** The names of the actions, which stand two spaces in: what the formatter makes of it is what is read here. */
function actionsIn(source: string): string[] {
  const begin = source.search(/^export const actions\b.*\{$/m);
  if (begin === -1) return [];
  const body = source.slice(begin, source.indexOf('\n}', begin));
  return [...body.matchAll(/^ {2}(?:async )?(\w+)(?=[:(,])/gm)].map(([, name = '']) => name);
}

/** The address of a route, its parameters filled in; throws for one that nobody thought of. */
export function addressOf(route: string, values: Readonly<Record<string, string>>): string {
  const path = route
    .replace(/\/\([^)]+\)/g, '')
    .replaceAll('[x+2e]', '.')
    .replace(/\[((?:\.\.\.)?\w+)(?:=\w+)?\]/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`the parameter ${name} of ${route} has no value in this test`);
      return value;
    });
  return path === '' ? '/' : path;
}
