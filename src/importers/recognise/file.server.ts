import { maxFileBytes } from '../limits.ts';
import { refuse, type Recognition } from '../page.ts';
import { decode } from './decode.ts';
import { recogniseHtml } from './html.ts';
import { kindByBytes, kindByText } from './kind.ts';
import { recogniseText } from './plain.ts';
import { recogniseWord } from './word.server.ts';

/** Recognises the article in one file, whatever it is. */
export async function recogniseFile(bytes: Uint8Array, name: string, fetchedFrom?: string): Promise<Recognition> {
  if (bytes.length > maxFileBytes) return refuse('tooLarge');
  const kind = kindByBytes(bytes, name);
  if (kind === 'word') return recogniseWord(bytes);
  if (kind === 'archive') return refuse('nestedArchive');
  if (kind === 'oldWord') return refuse('oldWord');
  if (kind) return refuse('unknownKind');
  return recogniseDecoded(bytes, name, fetchedFrom);
}

function recogniseDecoded(bytes: Uint8Array, name: string, fetchedFrom: string | undefined): Recognition {
  const { text, encoding } = decode(bytes);
  switch (kindByText(text, name)) {
    case 'html':
      return recogniseHtml(text, encoding, fetchedFrom);
    case 'text':
      return recogniseText(text, encoding);
    case 'feed':
      return refuse('feed');
    case 'notText':
      return refuse('notText');
    default:
      return refuse('unknownKind');
  }
}
