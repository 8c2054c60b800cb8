export type ZoneLevel = 'national' | 'provincial';

/** `own`: the zone's own point. `place`: the centre of its county or city, shown as approximate. */
export type LocationBasis = 'own' | 'place';
