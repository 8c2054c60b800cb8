import { languageTag, type Lang } from '#language/lang.ts';

/** A mail as it goes to the server, apart from who sends it. */
export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Outgoing {
  readonly id: number;
  readonly to: string;
  readonly lang: Lang;
  readonly subject: string;
  readonly text: string;
  readonly unsubscribe: string | null;
  readonly queuedAt: Date;
}

/**
 * What is sent for a row of the outbox. The Message-ID is the row's own, so that whoever gets a mail twice, because we
 * were killed between sending and noting it, can see that it is one.
 */
export function messageOf(mail: Outgoing, host: string): Message {
  const stops = mail.unsubscribe
    ? { 'List-Unsubscribe': `<${mail.unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {};
  return {
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: htmlOf(mail.text, mail.lang),
    messageId: `<mail-${mail.id}-${mail.queuedAt.getTime().toString(36)}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': languageTag[mail.lang], ...stops },
  };
}

/** Paragraphs and links, nothing else: whatever stands in the text is text. */
export function htmlOf(text: string, lang: Lang): string {
  const paragraphs = text.split(/\n{2,}/).map((part) => `<p>${part.split('\n').map(withLinks).join('<br>')}</p>`);
  return `<!doctype html><html lang="${languageTag[lang]}"><head><meta charset="utf-8"></head><body>${paragraphs.join('')}</body></html>`;
}

const address = /https?:\/\/[^\s<>"'，。；）]+/g;

function withLinks(line: string): string {
  let html = '';
  let from = 0;
  for (const { 0: url, index } of line.matchAll(address)) {
    html += `${escaped(line.slice(from, index))}<a href="${escaped(url)}">${escaped(url)}</a>`;
    from = index + url.length;
  }
  return html + escaped(line.slice(from));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
