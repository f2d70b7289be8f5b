/** A zone's name is its region's and a letter; what stands between is the city of a Local Zone or Wavelength Zone. */
const NAME = /^([a-z]{2}(?:-[a-z]+)+-\d)([a-z])$/;
/** A zone's id begins with a short form of its region. */
const ID = /^([a-z]+\d)-az\d+$/;
const SHORT: Readonly<Record<string, string>> = {
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  central: 'c',
  northeast: 'ne',
  northwest: 'nw',
  southeast: 'se',
  southwest: 'sw',
  gov: 'g',
};

/**
 * Whether the availability zone that `text` names lies in `region` itself: a Local Zone or Wavelength Zone carries its
 * parent region's code and lies in another city, often of another country.
 */
export function isZoneOf(text: string, region: string): boolean {
  const name = NAME.exec(text);
  if (name !== null) return name[1] === region;
  return ID.exec(text)?.[1] === shortOf(region);
}

/** The short form of a region in the ids of its zones, such as `apse1` for ap-southeast-1. */
function shortOf(region: string): string {
  return region
    .split('-')
    .map((part, index) => (index === 0 ? part : (SHORT[part] ?? part)))
    .join('');
}
