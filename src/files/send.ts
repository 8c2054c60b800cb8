import { fileWords as words } from '#language/words/files.ts';
import type { Lang } from '#language/lang.ts';
import type { Problem } from '#platform/outcome.ts';
import { largestFile, type FileView } from './file.ts';

/** What the desk answers to an upload of one file. */
export type Sent =
  { readonly ok: true; readonly file: FileView } | { readonly ok: false; readonly problems: readonly Problem[] };

export interface Sending {
  readonly lang: Lang;
  readonly zone: string;
  readonly file: File;
  /** From 0 to 1: how much of it is on the way. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** Sends one file from the browser. An XMLHttpRequest, because `fetch` does not tell how far an upload has come. */
export function sendFile({ lang, zone, file, onProgress, signal }: Sending): Promise<Sent> {
  if (file.size > largestFile) return Promise.resolve(failed(words.tooLarge(largestFile / 1024 ** 2)));
  const form = new FormData();
  form.set('zone', zone);
  form.set('file', file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/${lang}/desk/files`);
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => resolve(isSent(request.response) ? request.response : failed(words.malformed));
    request.onerror = request.onabort = () => resolve(failed(words.connectionLost));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function isSent(answer: unknown): answer is Sent {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}

function failed(says: Problem['says']): Sent {
  return { ok: false, problems: [{ field: 'file', says }] };
}
