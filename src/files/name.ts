const longest = 120;

/** Letters that turn the direction of a line or have no shape: `gpj.exe` must not read `exe.jpg`. */
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Names that mean a device on Windows, whatever their ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name to keep for a file: what its sender called it, without folders, tricks and a false ending. */
export function cleanName(given: string, endings: readonly [string, ...string[]]): string {
  const last = given.toWellFormed().normalize('NFC').replace(unseen, '').split(/[/\\]/).at(-1) ?? '';
  const plain = trimmed(last.replace(/[<>:"|?*%\ufffd]/g, '_'));
  const ending = endings.find((one) => plain.toLowerCase().endsWith(`.${one}`));
  const body = trimmed(shorten(ending === undefined ? plain : plain.slice(0, -ending.length - 1)));
  return `${harmless(body)}.${ending ?? endings[0]}`;
}

function harmless(body: string): string {
  if (body === '') return 'file';
  return devices.test(body) ? `file-${body}` : body;
}

function trimmed(text: string): string {
  return text.replace(/^[\s.]+|[\s.]+$/g, '');
}

/** Cut between letters as a reader counts them, never inside one. */
function shorten(text: string): string {
  if (text.length <= longest) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > longest) break;
    kept += segment;
  }
  return kept === '' ? text.slice(0, longest).toWellFormed() : kept;
}

/** The header that names a download (RFC 6266): plain letters for old programs, all letters for the others. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\u0020-\u007e]|["\\%;]/g, '_');
  const full = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`;
}
