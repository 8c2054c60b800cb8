import { z } from 'zod';
import type { Problem } from '#platform/outcome.ts';

const words = z.object({ zh: z.string(), en: z.string() });
const answer = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    file: z.object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number(), url: z.string() }),
  }),
  z.object({ ok: z.literal(false), problems: z.array(z.object({ says: words })) }),
]);

export type UploadedFile = Extract<z.infer<typeof answer>, { ok: true }>['file'];
type Answer = { readonly ok: true; readonly file: UploadedFile } | { readonly ok: false; readonly problems: Problem[] };

/** Sends one file, telling how far it is; a failure without words has no problems in it. */
export type Upload = (file: File, onProgress: (percent: number) => void) => Promise<Answer>;

/** Uploads to the files of a zone. `fetch` cannot tell how much it has sent, so this is the older way. */
export function uploadTo(address: string, zone: string): Upload {
  return (file, onProgress) =>
    new Promise((resolve) => {
      const form = new FormData();
      form.append('zone', zone);
      form.append('file', file);
      const request = new XMLHttpRequest();
      request.open('POST', address);
      request.setRequestHeader('accept', 'application/json');
      request.upload.addEventListener('progress', ({ loaded, total }) =>
        onProgress(Math.round((100 * loaded) / total)),
      );
      request.addEventListener('loadend', () => resolve(answerFrom(request.responseText)));
      request.send(form);
    });
}

function answerFrom(text: string): Answer {
  try {
    const parsed = answer.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : { ok: false, problems: [] };
  } catch {
    // An answer that is no JSON comes from something in between: there are no words in it for the writer.
    return { ok: false, problems: [] };
  }
}
