/** A mail of the outbox, as an operator may see it. */
export interface OutboxMail {
  readonly id: number;
  readonly to: string;
  readonly kind: string;
  readonly subject: string;
  /** Without what opens something; undefined once the text is gone. */
  readonly text: string | undefined;
  readonly state: 'waiting' | 'failing' | 'sent' | 'dropped';
  readonly queuedAt: Date;
  readonly lastTriedAt: Date | null;
  readonly tries: number;
  readonly lastError: string | null;
}

/** Links and codes open accounts: an operator sees that there is one, and not which. */
export function masked(text: string): string {
  return text
    .replace(/https?:\/\/([^\s/<>"']+)\S*/g, 'https://$1/…')
    .replace(/(?<!\d)\d{6,}(?!\d)|[A-Za-z0-9_-]{20,}/g, '…');
}
