interface Form {
  readonly address: string;
  readonly width: number;
}

/** A picture in the sizes it is kept in, smallest first. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** WebP, for every browser of today. */
  readonly modern: readonly Form[];
  /** JPEG, or GIF where it moves, for all others. */
  readonly plain: readonly Form[];
  /** The one form that fits everywhere, also for machines. */
  readonly src: string;
}

/** Pictures by the id of their file. */
export type Pictures = Readonly<Record<string, Picture>>;

export function srcset(forms: readonly Form[]): string {
  return forms.map(({ address, width }) => `${address} ${width}w`).join(', ');
}
