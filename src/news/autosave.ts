import type { Lang } from '#language/lang.ts';
import { sameWriting, type DraftInput, type Kept, type Theirs, type WorkingText } from './working-copy.ts';

/** What became of sending a text to be kept. */
export type Sent =
  | { readonly went: 'kept'; readonly kept: Kept }
  | { readonly went: 'refused'; readonly says: string }
  | { readonly went: 'signed-out' }
  | { readonly went: 'nowhere' };

export type SavingState =
  | { readonly is: 'unchanged' | 'unsaved' | 'saving' | 'offline' | 'signed-out' }
  | { readonly is: 'saved'; readonly at: string }
  | { readonly is: 'refused'; readonly says: string }
  | { readonly is: 'conflict'; readonly theirs: Theirs; readonly mine: WorkingText };

/** What autosave needs of its surroundings; a browser, or a test. */
export interface Around {
  readonly send: (draft: DraftInput, isLast: boolean) => Promise<Sent>;
  readonly keepHere: (draft: DraftInput | undefined) => void;
  readonly later: (work: () => void, milliseconds: number) => () => void;
  readonly told: (state: SavingState) => void;
}

export const pauseBeforeSaving = 1500;
const pauseBeforeTryingAgain = 5000;

/**
 * Keeps what is written: a moment after the last keystroke, one sending at a time, again and again while nobody answers.
 * What has not arrived is kept in the browser too, until it has.
 */
export class Autosave {
  private readonly lang: Lang;
  private readonly around: Around;
  private base: { version: number; revision: number };
  private kept: WorkingText;
  private text: WorkingText;
  private cancel: () => void = () => undefined;
  private sending: Promise<void> | undefined;
  private isStopped = false;

  constructor(begun: DraftInput, around: Around) {
    this.lang = begun.lang;
    this.around = around;
    this.base = { version: begun.version, revision: begun.revision };
    this.kept = begun.text;
    this.text = begun.text;
  }

  get hasUnsaved(): boolean {
    return !sameWriting(this.text, this.kept);
  }

  get position(): { version: number; revision: number } {
    return this.base;
  }

  change(text: WorkingText): void {
    this.text = text;
    if (this.isStopped) return this.around.keepHere(this.draft());
    if (!this.hasUnsaved) {
      this.cancel();
      return this.around.keepHere(undefined);
    }
    this.around.told({ is: 'unsaved' });
    this.around.keepHere(this.draft());
    this.wait(pauseBeforeSaving);
  }

  /** Sends what there is now, as before a step that needs it to have arrived. */
  async flush(): Promise<void> {
    this.cancel();
    await this.sending;
    if (!this.hasUnsaved || this.isStopped) return;
    this.sending = this.sendOnce().finally(() => (this.sending = undefined));
    await this.sending;
  }

  /** The window closes: one last sending that does not wait for its answer. */
  leave(): void {
    if (this.hasUnsaved && !this.isStopped) void this.around.send(this.draft(), true);
  }

  /** A text arrived by another way, as with the form, or was chosen after a conflict. */
  settle(base: { version: number; revision: number }, text: WorkingText): void {
    this.base = base;
    this.kept = text;
    this.text = text;
    this.isStopped = false;
    this.cancel();
    this.around.keepHere(undefined);
  }

  private draft(): DraftInput {
    return { lang: this.lang, ...this.base, text: this.text };
  }

  private wait(milliseconds: number): void {
    this.cancel();
    this.cancel = this.around.later(() => void this.flush(), milliseconds);
  }

  private async sendOnce(): Promise<void> {
    const draft = this.draft();
    this.around.told({ is: 'saving' });
    const sent = await this.around.send(draft, false);
    if (sent.went === 'kept') return this.arrived(draft, sent.kept);
    if (sent.went === 'refused') return this.around.told({ is: 'refused', says: sent.says });
    this.around.told({ is: sent.went === 'nowhere' ? 'offline' : 'signed-out' });
    this.wait(pauseBeforeTryingAgain);
  }

  private arrived(draft: DraftInput, answer: Kept): void {
    if (!answer.kept) {
      this.isStopped = true;
      return this.around.told({ is: 'conflict', theirs: answer.theirs, mine: this.text });
    }
    this.base = { version: answer.version, revision: answer.revision };
    this.kept = draft.text;
    if (this.hasUnsaved) return this.change(this.text);
    this.around.keepHere(undefined);
    this.around.told({ is: 'saved', at: answer.at });
  }
}
