import type { Lang } from '#language/lang.ts';
import { Autosave, type SavingState } from './autosave.ts';
import { sendDraft } from './send-draft.ts';
import { keepUnsent, type UnsentKey } from './unsent.ts';
import type { DraftInput } from './working-copy.ts';

interface Here {
  readonly address: string;
  /** Language of the interface. */
  readonly lang: Lang;
  readonly key: UnsentKey;
  readonly told: (state: SavingState) => void;
}

/** Autosave with the clock, the store and the network of this browser. */
export function autosaveHere({ address, lang, key, told }: Here, begun: DraftInput): Autosave {
  return new Autosave(begun, {
    send: (draft, isLast) => sendDraft({ address, lang, isLast }, draft),
    keepHere: (draft) => keepUnsent(localStorage, key, draft),
    later: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    told,
  });
}
