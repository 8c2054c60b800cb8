import type { Lang } from '#language/lang.ts';
import { draftInput, type DraftInput } from './working-copy.ts';

const prefix = 'yuanlian-unsent:';

export interface UnsentKey {
  readonly account: string;
  readonly article: number;
  readonly lang: Lang;
}

function keyOf({ account, article, lang }: UnsentKey): string {
  return `${prefix}${account}:${article}:${lang}`;
}

/** Keeps in this browser what has not reached the server; nothing where it has. A full or closed store keeps nothing. */
export function keepUnsent(store: Storage, key: UnsentKey, draft: DraftInput | undefined): void {
  try {
    if (draft) store.setItem(keyOf(key), JSON.stringify(draft));
    else store.removeItem(keyOf(key));
  } catch {
    // Not more than a second net: the page goes on saying that the text is not saved.
  }
}

/** What this person wrote here and what never arrived. */
export function unsentOf(store: Storage, key: UnsentKey): DraftInput | undefined {
  try {
    const kept = store.getItem(keyOf(key));
    const draft = draftInput.safeParse(kept === null ? undefined : JSON.parse(kept));
    return draft.success ? draft.data : undefined;
  } catch {
    // Damaged, or forbidden by the browser: there is nothing to bring back.
    return undefined;
  }
}

/** Whoever signs out leaves nothing of theirs in the browser. */
export function forgetUnsent(store: Storage): void {
  const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
  for (const key of keys.filter((one) => one.startsWith(prefix))) store.removeItem(key);
}
