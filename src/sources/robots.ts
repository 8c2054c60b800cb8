/** What a robots.txt (RFC 9309) says to us. */
export interface Robots {
  readonly mayRead: (address: string) => boolean;
  /** Seconds between two requests, where the site asks for a pause. */
  readonly pauseSeconds: number;
}

/** The name by which a site can speak to us. */
export const robotName = 'yuanlian';

/** Nothing beyond this part of a robots.txt is read: the RFC asks for at least 500 KiB. */
const longest = 512 * 1024;
const mostPauseSeconds = 30;

interface Rule {
  readonly allow: boolean;
  readonly path: string;
}

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
  pause: number;
}

/** Reads the rules for us: those for our name, else those for everybody. */
export function robotsFrom(text: string): Robots {
  const groups = groupsIn(text.slice(0, longest));
  const own = groups.filter(({ agents }) => agents.includes(robotName));
  const mine = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'));
  const rules = mine.flatMap((group) => group.rules);
  return {
    mayRead: (address) => mayRead(rules, address),
    pauseSeconds: Math.min(mostPauseSeconds, Math.max(0, ...mine.map(({ pause }) => pause))),
  };
}

function groupsIn(text: string): Group[] {
  const groups: Group[] = [];
  let isOpen = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const { field, value } = fieldIn(line);
    if (field === 'user-agent') {
      if (!isOpen) groups.push({ agents: [], rules: [], pause: 0 });
      groups.at(-1)?.agents.push(agentIn(value));
      isOpen = true;
    } else if (field !== '') {
      note(groups.at(-1), field, value);
      isOpen = false;
    }
  }
  return groups;
}

function fieldIn(line: string): { field: string; value: string } {
  const [, name = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
  return { field: name.toLowerCase(), value: value.trim() };
}

/** `Yuanlian/1.0 (+https://…)` is a name with a version. */
function agentIn(value: string): string {
  return value.trim().toLowerCase().split(/[/\s]/)[0] ?? '';
}

function note(group: Group | undefined, field: string, value: string): void {
  if (!group) return;
  if (field === 'crawl-delay' && /^\d+(?:\.\d+)?$/.test(value)) group.pause = Number(value);
  // An empty rule forbids nothing.
  if ((field === 'allow' || field === 'disallow') && value !== '') {
    group.rules.push({ allow: field === 'allow', path: value.slice(0, 1000) });
  }
}

/** The longest rule that fits decides; of two equally long ones, the one that allows. */
function mayRead(rules: readonly Rule[], address: string): boolean {
  const url = URL.parse(address);
  if (!url) return false;
  const path = decoded(url.pathname + url.search);
  const fitting = rules.filter((rule) => fits(decoded(rule.path), path));
  const longestFit = Math.max(0, ...fitting.map((rule) => rule.path.length));
  const deciding = fitting.filter((rule) => rule.path.length === longestFit);
  return deciding.length === 0 || deciding.some((rule) => rule.allow);
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    // A stray percent sign means itself.
    return path;
  }
}

/** `*` stands for anything and `$` for the end. Walked by hand: a pattern of strangers is no regular expression. */
function fits(pattern: string, path: string): boolean {
  const toEnd = pattern.endsWith('$');
  const [first = '', ...parts] = (toEnd ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !toEnd || endsThere(path, at, parts.at(-1));
}

function endsThere(path: string, at: number, last: string | undefined): boolean {
  return last === undefined ? at === path.length : path.endsWith(last);
}
