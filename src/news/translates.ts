/** An original at one moment: its saved revision and, where a change to it is under way, the version of that change. */
export interface Stand {
  readonly revision: number;
  readonly version: number;
}

interface Copy {
  readonly translatesRevision: number | null;
  readonly translatesVersion: number;
}

/** What a translation was made from or last checked against: as its working copy says, else as its edition does. */
export function translatedFrom(
  copy: Copy | undefined,
  edition: { translatesRevision: number | null } | undefined,
): Stand {
  if (copy && copy.translatesRevision !== null)
    return { revision: copy.translatesRevision, version: copy.translatesVersion };
  return { revision: edition?.translatesRevision ?? 0, version: 0 };
}

/** Whether a translation fits the original as it stands. A change under way counts as soon as a translator can see it. */
export function isOf(from: Stand, original: Stand): boolean {
  return from.revision >= original.revision && (original.version === 0 || from.version === original.version);
}
