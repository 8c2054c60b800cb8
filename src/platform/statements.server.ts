import { createHash } from 'node:crypto';
import type pg from 'pg';

/** Seen this often on one connection, a statement is worth keeping planned. */
const oftenEnough = 3;
/** A query with a list in it has a text for each length of the list: those must not fill the server's memory. */
const mostKept = 200;

interface Statement {
  readonly text: string;
  name?: string;
}

/**
 * Gives the statements that come again and again a name, so that the server parses and plans them once for each
 * connection. PostgreSQL still plans anew where the parameters make a difference.
 */
export function keepStatements(client: pg.PoolClient): void {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  const plain = client.query.bind(client) as (...args: unknown[]) => unknown;
  const query = (first: unknown, ...rest: unknown[]) => {
    if (!isStatement(first)) return plain(first, ...rest);
    const name = first.name ?? nameFor(first.text, seen, names);
    return plain(name === undefined ? first : { ...first, name }, ...rest);
  };
  client.query = query as typeof client.query;
}

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'text' in value && !('submit' in value);
}

function nameFor(text: string, seen: Map<string, number>, names: Map<string, string>): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostKept) return known;
  const count = (seen.get(text) ?? 0) + 1;
  if (count < oftenEnough) {
    if (seen.size > 10 * mostKept) seen.clear();
    seen.set(text, count);
    return undefined;
  }
  seen.delete(text);
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  names.set(text, name);
  return name;
}
