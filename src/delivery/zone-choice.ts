import type { TwoText } from '#language/lang.ts';

export interface ZoneChoice {
  readonly value: string;
  readonly label: TwoText;
}

/** The zone that was asked for where it is one of these, else none; the first where none was asked for. */
export function chosenZone(zones: readonly ZoneChoice[], asked: string | undefined): ZoneChoice | undefined {
  return asked === undefined || zones.length === 0 ? zones[0] : zones.find(({ value }) => value === asked);
}
