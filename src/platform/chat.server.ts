import { z } from 'zod';
import { fetchWords } from '#language/words/fetch.ts';
import { translatingWords as words } from '#language/words/translating.ts';
import type { TwoText } from '#language/lang.ts';
import { hostOf, portOf } from './fetch-address.ts';
import type { FetchRules } from './fetch-rules.ts';
import { fetchGuarded, type FetchOutcome } from './fetch.server.ts';
import type { Translator } from './translate-config.ts';

export interface Chat {
  readonly system: string;
  readonly user: string;
  readonly milliseconds: number;
}

/** `silent`: asking again is of no use now; otherwise only this answer is. */
export type ChatOutcome =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly says: TwoText; readonly silent: boolean };

const answered = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });
const mostBytes = 1024 * 1024;
const ownMachine = ['127.0.0.1', '::1', 'localhost'];

/** Asks the operator's service, through the one way out. What it says about a failure stays here: it may name anything. */
export async function askChat(service: Translator, chat: Chat, rules: FetchRules): Promise<ChatOutcome> {
  const { model, key } = service;
  const messages = [
    { role: 'system', content: chat.system },
    { role: 'user', content: chat.user },
  ];
  const fetched = await fetchGuarded(
    {
      address: `${service.url}/chat/completions`,
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, messages, temperature: 0, stream: false }),
      types: ['application/json'],
      maxBytes: mostBytes,
      totalMilliseconds: chat.milliseconds,
      // A model says nothing until it has finished.
      idleMilliseconds: chat.milliseconds,
    },
    wayTo(service, rules),
  );
  if (!fetched.ok) return { ok: false, ...whyNot(fetched) };
  return contentOf(fetched.value.body);
}

/** Where the operator says that the service is, and nowhere else; a service on this machine is reached without the proxy. */
function wayTo({ url }: Translator, { proxy }: FetchRules): FetchRules {
  const at = new URL(url);
  const host = hostOf(at);
  const place = host.includes(':') ? `[${host}]` : host;
  return { allow: [`${place}:${portOf(at)}`], proxy: ownMachine.includes(host) ? undefined : proxy };
}

function contentOf(body: Buffer): ChatOutcome {
  try {
    const answer = answered.safeParse(JSON.parse(body.toString('utf8')));
    const content = answer.data?.choices[0]?.message.content;
    if (content !== undefined) return { ok: true, value: content };
  } catch {
    // No JSON: said below, like every other answer that is none.
  }
  return { ok: false, says: words.nonsense, silent: false };
}

const byStatus: Readonly<Record<number, TwoText>> = {
  401: words.denied,
  402: words.denied,
  403: words.denied,
  404: words.denied,
  429: words.busy,
};

function whyNot(failed: Extract<FetchOutcome, { ok: false }>): { says: TwoText; silent: boolean } {
  const says = failed.problems[0]?.says;
  if (failed.status !== undefined && failed.status >= 300)
    return { says: byStatus[failed.status] ?? words.away, silent: true };
  if (says === fetchWords.tooSlow) return { says: words.slow, silent: true };
  const isUnusable = says === fetchWords.wrongType || says === fetchWords.brokenAnswer;
  return isUnusable ? { says: words.nonsense, silent: false } : { says: words.away, silent: true };
}
