import { isSafeLink } from './document.ts';

/** The address that a person meant: what looks like the name of a site or of a mailbox gets its scheme. */
export function linkFrom(typed: string): string | undefined {
  const text = typed.trim();
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text)) return `mailto:${text}`;
  const address = /^[\p{L}\d-]+(\.[\p{L}\d-]+)+([/?#].*)?$/u.test(text) ? `https://${text}` : text;
  return address !== '' && address.length <= 2000 && isSafeLink(address) ? address : undefined;
}
