import { translatingWords as words } from '#language/words/translating.ts';
import type { Problem } from './outcome.ts';

/** A service that answers chat completions as OpenAI defines them. */
export interface Translator {
  /** Without a slash at its end; `/chat/completions` follows. */
  readonly url: string;
  readonly model: string;
  /** Services on the own network often ask for none. */
  readonly key: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const [url, model, key] = ['YUANLIAN_TRANSLATE_URL', 'YUANLIAN_TRANSLATE_MODEL', 'YUANLIAN_TRANSLATE_KEY'] as const;

/** Half a service is a mistake, not a choice. */
export function translatorProblems(environment: Environment): Problem[] {
  const set = (name: string) => environment[name] ?? '';
  const lonely = [model, key].filter((name) => set(name) !== '');
  if (set(url) === '') return lonely.map((field) => ({ field, says: words.urlMissing(field) }));
  const checks: [boolean, Problem][] = [
    [!isEndpoint(set(url)), { field: url, says: words.urlWrong }],
    [set(model) === '', { field: model, says: words.modelMissing }],
    [!/^\S{0,200}$/.test(set(model)), { field: model, says: words.modelWrong }],
    // It stands in a header.
    [!/^[\x21-\x7e]*$/.test(set(key)), { field: key, says: words.keyWrong }],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, problem]) => problem);
}

/** Values that were checked before. */
export function translatorSettings(environment: Environment): Translator | undefined {
  const [address, name] = [environment[url], environment[model]];
  if (!address || !name) return undefined;
  return { url: address.replace(/\/+$/, ''), model: name, key: environment[key] || undefined };
}

function isEndpoint(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, search, hash, username, password } = new URL(value);
  return /^https?:$/.test(protocol) && hostname !== '' && search + hash + username + password === '';
}
